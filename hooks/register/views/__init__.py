"""Views: what each kind of page shows, as plain values. They hold no markup and no paths of disk."""
