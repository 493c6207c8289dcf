"""The words of Rashomon as frozen dataclasses. This room knows no library and no other room."""
