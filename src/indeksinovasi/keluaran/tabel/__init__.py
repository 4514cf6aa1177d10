"""Buku kerja dan CSV: bilangan tetap bilangan, tanggal tetap tanggal, teks tidak pernah menjadi rumus."""
