"""Sebutan sehari-hari bagi kode data."""
