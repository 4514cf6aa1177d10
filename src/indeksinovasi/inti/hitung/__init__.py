"""Fakta menjadi tingkat, baris, kematangan, indeks; dan apa jadinya indeks bila sesuatu diubah."""
