"""Ringkasan penutup: temuan menurut kode, yang paling merugikan dahulu, dan siapa yang memperbaikinya."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.taruhan import TaruhanKode, TaruhanTahun
from indeksinovasi.inti.model.temuan import Temuan, TingkatTemuan
from indeksinovasi.keluaran.dokumen import (
    Alinea,
    BarisTabel,
    Blok,
    DaftarPerintah,
    Dokumen,
    Judul,
    Kalimat,
    Kolom,
    Peran,
    Potong,
    Tabel,
    kalimat,
    satu_alinea,
    sel,
)
from indeksinovasi.keluaran.teks import angka
from indeksinovasi.keluaran.temuan.laporan import LaporanTemuan, judul
from indeksinovasi.keluaran.temuan.pemilik import menurut_pemilik

_KODE_TERBANYAK = 8
_PEMILIK_TERBANYAK = 8
_PERAN_TINGKAT: dict[TingkatTemuan, Peran] = {
    "galat": "galat",
    "peringatan": "peringatan",
    "saran": "saran",
}
_AKIBAT_GALAT = {"BRK": "berkas dilewati", "SKM": "isian dilewati", "FKT": "tingkat turun"}
_DILEWATI = ("BRK", "SKM", "FKT", "KLY", "BKT", "LTS")
_AKIBAT = {"KLY": "risiko ditolak", "BKT": "risiko gugur"}
_TIDAK_LANGSUNG = "tidak langsung"


class TemuanKode(NamedTuple):
    """Temuan satu kode: tingkat terberatnya, banyaknya, dan taruhannya (``None`` bila tidak dihitung)."""

    kode: str
    tingkat: TingkatTemuan
    banyak: int
    taruhan: TaruhanKode | None

    @property
    def akibat(self) -> str:
        """Akibatnya dalam kata, bagi yang poinnya tidak dapat dihitung."""
        keluarga = self.kode[:3]
        if self.tingkat == "galat":
            return _AKIBAT_GALAT.get(keluarga, _TIDAK_LANGSUNG)
        return _AKIBAT.get(keluarga, _TIDAK_LANGSUNG) if self.tingkat == "peringatan" else _TIDAK_LANGSUNG


def menurut_kode(laporan: LaporanTemuan, taruhan: TaruhanTahun) -> list[TemuanKode]:
    """Tiap kode: galat dahulu, lalu yang poinnya terbesar, lalu peringatan dan saran, terbanyak dahulu."""
    banyak = Counter(satu.kode for satu in laporan.urut)
    tingkat: dict[str, TingkatTemuan] = {}
    for berat in reversed(_PERAN_TINGKAT):
        tingkat.update((satu.kode, satu.tingkat) for satu in laporan.urut if satu.tingkat == berat)
    semua = [TemuanKode(kode, tingkat[kode], n, taruhan.kode.get(kode)) for kode, n in banyak.items()]
    return sorted(semua, key=_urutan)


def _urutan(satu: TemuanKode) -> tuple[int, Fraction, bool, int, str]:
    poin = satu.taruhan.poin if satu.taruhan else Fraction(0)
    # Berkas dan isian yang dilewati tidak terukur, dan dapat menghapus seluruh inovasi.
    keluarga = satu.kode[:3] if satu.tingkat == "galat" else ""
    dilewati = _DILEWATI.index(keluarga) if keluarga in _DILEWATI else len(_DILEWATI)
    return dilewati, -poin, satu.tingkat == "saran", -satu.banyak, satu.kode


def dokumen_ringkasan(laporan: LaporanTemuan) -> Dokumen:
    """Ringkasan *laporan* yang punya temuan."""
    return tuple(_blok(laporan, laporan.taruhan()))


def _blok(laporan: LaporanTemuan, taruhan: TaruhanTahun) -> Iterator[Blok]:
    kode = menurut_kode(laporan, taruhan)
    yield Judul(kalimat(f"Ringkasan · {_lingkup(laporan)}{laporan.diperiksa} berkas diperiksa"), 1)
    yield Alinea(tuple(_hitungan(laporan)), 2)
    yield from _tabel_kode(kode, taruhan, semua=laporan.statistik)
    yield from _tabel_pemilik(laporan)
    if pertama := _dahulukan(laporan, kode):
        yield Judul(kalimat("Kerjakan dahulu"))
        yield Alinea(pertama, 2)
    yield Judul(kalimat("Lanjut"))
    yield DaftarPerintah(tuple(_lanjut(laporan, kode)))


def _lingkup(laporan: LaporanTemuan) -> str:
    """``Kota Contoh, tahun 2024 dan 2026: `` atau banyak daerahnya."""
    if not laporan.daerah:
        return ""
    semua = sorted({tahun for satu in laporan.daerah for tahun in satu.tahun})
    siapa = laporan.daerah[0].nama if len(laporan.daerah) == 1 else f"{len(laporan.daerah)} daerah"
    return f"{siapa}, tahun {_deret_tahun(semua)}: " if semua else f"{siapa}: "


def _deret_tahun(semua: list[int]) -> str:
    """``2020–2024, 2026``."""
    rangkai: list[list[int]] = []
    for tahun in semua:
        if rangkai and rangkai[-1][-1] == tahun - 1:
            rangkai[-1].append(tahun)
        else:
            rangkai.append([tahun])
    return ", ".join(f"{satu[0]}–{satu[-1]}" if len(satu) > 1 else str(satu[0]) for satu in rangkai)


def _hitungan(laporan: LaporanTemuan) -> Iterator[Kalimat]:
    bagian: list[Potong] = []
    for tingkat, banyak in laporan.hitungan.items():
        bagian.append(Potong(" · " if bagian else ""))
        bagian.append(Potong(f"{banyak} {tingkat}", _PERAN_TINGKAT[tingkat] if banyak else "redup"))
    yield tuple(bagian)
    if laporan.tersembunyi:
        yield kalimat(f"{laporan.tersembunyi} temuan disembunyikan .indeks.yaml")


def _tabel_kode(kode: list[TemuanKode], taruhan: TaruhanTahun, *, semua: bool) -> Iterator[Blok]:
    berpoin = bool(taruhan.kode)
    kepala = "Paling merugikan dahulu" if berpoin else "Temuan menurut kode"
    kolom = (
        Kolom(kepala, "nama"),
        Kolom("temuan", "angka"),
        Kolom(f"poin indeks {taruhan.tahun}" if berpoin else "akibat", "angka"),
    )
    tampil = kode if semua else kode[:_KODE_TERBANYAK]
    baris = (BarisTabel(sel(f"{s.kode}  {judul(s.kode)}", str(s.banyak), _poin(s))) for s in tampil)
    yield Tabel(kolom, tuple(baris))
    if catatan := " ".join(_catatan_kode(kode[len(tampil) :], tampil, berpoin=berpoin)):
        yield satu_alinea(Potong(catatan, "redup"), rapat=True)


def _catatan_kode(sisa: list[TemuanKode], tampil: list[TemuanKode], *, berpoin: bool) -> Iterator[str]:
    if sisa:
        yield f"… {len(sisa)} kode lain, {sum(satu.banyak for satu in sisa)} temuan."
    if berpoin:
        yield "Poin tiap kode dihitung sendiri, tidak dijumlahkan."
    if any(satu.taruhan and satu.taruhan.paling_banyak for satu in tampil):
        yield "≤: paling banyak sekian."


def _poin(satu: TemuanKode) -> Kalimat:
    if satu.taruhan is None:
        return kalimat(Potong(satu.akibat, "redup"))
    batas = "≤ " if satu.taruhan.paling_banyak else ""
    poin = satu.taruhan.poin
    return kalimat(Potong(f"{batas}−{angka(poin)}", "turun") if poin else Potong(angka(poin), "redup"))


def _tabel_pemilik(laporan: LaporanTemuan) -> Iterator[Blok]:
    semua = menurut_pemilik(laporan)
    opd = [(satu.nama, banyak) for satu, banyak in semua if satu.opd]
    berkas: Counter[str] = Counter()
    for satu, banyak in semua:
        if not satu.opd:
            berkas[satu.kode] += banyak
    tampil, sisa = opd[:_PEMILIK_TERBANYAK], opd[_PEMILIK_TERBANYAK:]
    if not sisa:
        tampil += berkas.most_common()
    baris = (BarisTabel(sel(nama, str(banyak)), inden=2) for nama, banyak in tampil)
    yield Tabel((Kolom("Siapa memperbaiki", "nama"), Kolom("temuan", "angka")), tuple(baris))
    if sisa:
        lain = [f"… {len(sisa)} OPD lain, {sum(banyak for _, banyak in sisa)} temuan"]
        lain += [f"{nama} {banyak}" for nama, banyak in berkas.most_common()]
        yield satu_alinea(Potong("; ".join(lain), "redup"), inden=2, rapat=True)


def _dahulukan(laporan: LaporanTemuan, kode: list[TemuanKode]) -> tuple[Kalimat, ...]:
    """Letak dan langkah temuan yang paling berharga di antara temuan kode teratas."""
    teratas = kode[0]
    poin: Mapping[Temuan, Fraction] = teratas.taruhan.temuan if teratas.taruhan else {}
    calon = [satu for satu in laporan.urut if satu.kode == teratas.kode and satu.tingkat == teratas.tingkat]
    satu = max(calon, key=lambda satu: poin.get(satu, Fraction(0)))
    ekor = f" ({angka(poin[satu])} poin)" if poin.get(satu) else ""
    langkah = (satu.petunjuk or satu.pesan).rstrip(".")
    return kalimat(f"{satu.berkas}:{satu.baris}"), kalimat(f"{langkah}{ekor}")


def _lanjut(laporan: LaporanTemuan, kode: list[TemuanKode]) -> Iterator[tuple[str, str]]:
    yield f"indeks jelaskan {kode[0].kode}", ""
    if aman := sum(satu.perbaikan.aman for satu in laporan.urut):
        yield f"{laporan.perintah} --perbaiki", f"{aman} perbaikan aman"
