"""Kesalahan pemakaian yang mengakhiri perintah dengan kode keluar 2."""

from __future__ import annotations

from indeksinovasi.inti.model.temuan import Temuan


class GalatPemakaian(Exception):
    """Permintaan tidak dapat dijalankan: ``pesan`` menyebut sebabnya, ``petunjuk`` langkah berikutnya."""

    def __init__(self, pesan: str, petunjuk: str = "", temuan: tuple[Temuan, ...] = ()) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.petunjuk = petunjuk
        self.temuan = temuan
