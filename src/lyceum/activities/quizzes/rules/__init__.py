"""What is computed from plain values alone."""
