"""Opportunities as CommonGrants has them (https://commongrants.org) to candidates, each read by itself."""
