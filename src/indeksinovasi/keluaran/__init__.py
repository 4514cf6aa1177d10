"""Hasil dan temuan menjadi teks: terminal, Markdown, JSON, CSV, SARIF, GitHub, JUnit, dan grafik. Tidak
menghitung apa pun.
"""
