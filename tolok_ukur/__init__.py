"""Tolok ukur kecepatan: pembuat data, pengukur, dan profil. Bukan bagian dari paket yang dipasang."""
