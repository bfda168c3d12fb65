"""Model → files that others can use: JSON, CSV and contact cards."""
