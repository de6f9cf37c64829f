__all__ = ["chosen", "_also_chosen"]
chosen, not_chosen, _also_chosen = 1, 2, 3
