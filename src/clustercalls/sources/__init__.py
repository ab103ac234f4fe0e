"""Portals and documents to candidates: what a machine reads, said as a registry would write it."""
