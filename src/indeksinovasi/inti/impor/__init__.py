"""Impor: baris tabel menjadi calon catatan, lalu rencana baru, digabung, sama, atau dilewati."""
