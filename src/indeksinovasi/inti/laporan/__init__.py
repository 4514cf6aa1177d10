"""Isi laporan tahunan satu daerah, siap ditulis."""
