"""Berkas tahun itu sendiri: cacatnya, bedanya dengan tahun lain, dan penjelasannya."""
