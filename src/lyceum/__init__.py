"""Lyceum, a learning management system. Start reading at docs/decisions/0001-layout.md."""
