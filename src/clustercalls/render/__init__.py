"""Rows in, text out: for people in their language, for machines always the same."""
