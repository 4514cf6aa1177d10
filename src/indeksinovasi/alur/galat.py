"""Yang mengakhiri perintah sebelum selesai: pemakaian yang keliru (kode keluar 2), proses yang mati (3)."""

from __future__ import annotations

from indeksinovasi.inti.model.temuan import Temuan


class GalatPemakaian(Exception):
    """Permintaan tidak dapat dijalankan: ``pesan`` menyebut sebabnya, ``petunjuk`` langkah berikutnya."""

    def __init__(self, pesan: str, petunjuk: str = "", temuan: tuple[Temuan, ...] = ()) -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.petunjuk = petunjuk
        self.temuan = temuan


def galat_sistem(galat: OSError) -> GalatPemakaian:
    """Kegagalan sistem berkas yang tidak ditangani di tempatnya: apa, sebabnya, dan langkahnya."""
    from indeksinovasi.berkas.buka import sebab_os

    yang = galat.filename if isinstance(galat.filename, str) else "berkas atau keluaran"
    return GalatPemakaian(
        f"{yang} tidak dapat dipakai: {sebab_os(galat)}.",
        "Periksa izin dan ruang penyimpanannya, lalu ulangi.",
    )


class GalatProses(Exception):
    """Sebuah proses bantu berakhir sebelum waktunya; *sebutan*: nama sinyal atau kode keluarnya."""

    def __init__(self, sebutan: str) -> None:
        super().__init__(sebutan)
        self.pesan = (
            f"proses bantu berakhir mendadak ({sebutan}) sehingga hasilnya tidak lengkap; ulangi, "
            "dengan INDEKS_PROSES=1 bila memorinya kurang."
        )
