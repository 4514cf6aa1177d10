"""Bentuk kasus skor (``tests/skor/<tahun>/*.yaml``): masukan, hasil dengan angka antaranya, dan sumber."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal

import ryaml
from pydantic import BaseModel, ConfigDict

from tests.daerah_uji import Data, inovasi

FOLDER = Path(__file__).with_name("skor")
PREDIKAT_TERBIT = "predikat-terbit.yaml"
Bilangan = int | float


class Isian(BaseModel):
    """Kunci yang salah ketik dalam kasus harus gagal, bukan diabaikan."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Kelompok(Isian):
    """Sejumlah inovasi yang serupa. Penerapan bawaannya T-1, di dalam jendela semua tahun."""

    jumlah: int
    kematangan: Bilangan | None = None
    indikator: Data | None = None
    status: str = "diterima"
    tahapan: str = "penerapan"
    urusan: str = "kesehatan"
    penerapan: str | None = None
    pengembangan: str | None = None

    def catatan(self, tahun: int) -> Data:
        """Isi satu berkas inovasi kelompok ini."""
        bawaan = f"{tahun - 1}-06-01" if self.tahapan == "penerapan" else None
        waktu = {"penerapan": self.penerapan or bawaan, "pengembangan": self.pengembangan}
        return inovasi(
            tahun,
            status=self.status,
            tahapan=self.tahapan,
            urusan=self.urusan,
            kematangan=self.kematangan,
            indikator=self.indikator,
            waktu={kunci: hari for kunci, hari in waktu.items() if hari},
        )


class Hitungan(Isian):
    """Angka ringkasan yang sama untuk ``indeks hitung``."""

    spd: Bilangan
    rata_rata: Bilangan
    inovasi: int
    dikirim: int | None = None
    urusan_wajib: int | None = None
    maksimum_spd: Bilangan | None = None


class Hasil(Isian):
    """Hasil yang diharapkan, dalam poin; ``null`` = tidak dapat dihitung. Angka hitungan empat desimal."""

    jumlah_kematangan: Bilangan
    pembagi: int
    rata_rata: Bilangan | None
    skor_jumlah: Bilangan
    skor_total: Bilangan | None
    skor_maksimum: Bilangan | None
    indeks: Bilangan | None
    rentang: tuple[Bilangan, Bilangan] | None
    predikat: str | None
    predikat_mungkin: tuple[str, ...]
    spd: Bilangan | None = None
    persen_maksimum: Bilangan | None = None
    terhitung: int | None = None
    draf: int | None = None
    ditolak: int | None = None
    tidak_layak: int | None = None
    urusan_terpenuhi: bool | None = None
    bila_diterima: tuple[Bilangan, ...] | None = None
    asumsi: tuple[str, ...] | None = None
    catatan: tuple[str, ...] | None = None

    def angka(self) -> Data:
        """Hanya yang tertulis dalam berkas kasus."""
        return self.model_dump(exclude_unset=True)


class Kasus(Isian):
    """Satu kasus. Tanpa ``spd`` berarti daerah itu tidak punya spd.yaml."""

    kasus: str
    sumber: str
    keterangan: str = ""
    tahun: int
    dasar: Literal["klaim", "berbukti", "terverifikasi"] = "berbukti"
    spd: Data | None = None
    inovasi: tuple[Kelompok, ...]
    hitungan: Hitungan | None = None
    hasil: Hasil


class PredikatTerbit(Isian):
    """Skor dan predikat yang pernah terbit untuk satu daerah."""

    daerah: str
    skor: Bilangan
    predikat: str
    sumber: str


class TabelPredikat(Isian):
    """Semua predikat terbit satu tahun."""

    tahun: int
    terbit: tuple[PredikatTerbit, ...]


def semua_kasus() -> list[Path]:
    """Berkas kasus menurut abjad."""
    return sorted(satu for satu in FOLDER.glob("*/*.yaml") if satu.name != PREDIKAT_TERBIT)


def muat(jalur: Path) -> Any:
    """Isi sebuah berkas YAML."""
    return ryaml.loads(jalur.read_text(encoding="utf-8"))


def hasil_terbaca(objek: Data) -> Data:
    """Angka keluaran JSON dengan nama yang dipakai berkas kasus."""
    jumlah, sid = objek["jumlah_inovasi"], objek["sid"]
    return {
        "jumlah_kematangan": sid["jumlah_kematangan"],
        "pembagi": sid["pembagi"],
        "rata_rata": sid["rata_rata"],
        "skor_jumlah": sid["skor_jumlah_inovasi"],
        "persen_maksimum": sid["persen_maksimum"],
        "skor_total": objek["skor_total"],
        "skor_maksimum": objek["skor_maksimum"],
        "indeks": objek["indeks"],
        "rentang": None if objek["skor_rentang"] is None else tuple(objek["skor_rentang"]),
        "predikat": objek["predikat"],
        "predikat_mungkin": tuple(objek["predikat_mungkin"]),
        "spd": objek["spd"]["skor"],
        "terhitung": jumlah["terhitung"],
        "draf": jumlah["draf"],
        "ditolak": jumlah["ditolak"],
        "tidak_layak": jumlah["tidak_layak"],
        "urusan_terpenuhi": objek["urusan_wajib"]["terpenuhi"],
        "bila_diterima": tuple(satu["skor_bila_diterima"] for satu in objek["tidak_layak"]),
        "asumsi": tuple(satu["kunci"] for satu in objek["asumsi"]),
        "catatan": tuple(satu["kode"] for satu in objek["catatan"]),
    }
