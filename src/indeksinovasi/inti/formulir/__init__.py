"""Isi formulir satu OPD: catatannya, tingkat tiap barisnya, dan undakan bagi tingkat yang mengikuti nilai."""
