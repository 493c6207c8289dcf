"""Telegram channels: the exports of Telegram Desktop (JSON and HTML) and the public preview of a channel on the web."""
