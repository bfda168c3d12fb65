"""Model → SVG: geometry apart from looks."""
