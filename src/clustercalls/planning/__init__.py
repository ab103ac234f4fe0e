"""Steps of our own, counted back from a deadline in working days."""
