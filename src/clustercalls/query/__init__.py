"""What to show: selecting, searching, and which entry is meant."""
