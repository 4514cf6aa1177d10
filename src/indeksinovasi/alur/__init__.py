"""Kasus guna: menerima permintaan, mengembalikan nilai, tidak mencetak apa pun."""
