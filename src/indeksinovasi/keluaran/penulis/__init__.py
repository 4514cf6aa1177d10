"""Penulis dokumen: satu modul tiap rupa. Penulis tidak tahu apa yang ditulisnya."""
