kind = "fallback"
