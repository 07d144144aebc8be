"""Views: what each kind of page shows, as plain values; no markup, no paths of the disk."""
