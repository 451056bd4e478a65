"""Staff tables; changes go through the domain."""
