"""A registry written: one edit at a time, proven, journaled, taken back."""
