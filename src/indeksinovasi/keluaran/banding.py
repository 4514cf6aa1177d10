"""Kata-kata bersama perbandingan: nama faktor, angka bertanda, dan kalimat yang menjelaskan selisih."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.banding.susun import hasil_terbit_utama
from indeksinovasi.inti.hitung.ikhtisar import opd_melapor, rata_kematangan
from indeksinovasi.inti.hitung.shapley import bulatkan_bagian
from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.banding import NAMA_SKALA, BedaInovasi, Perbandingan, Perubahan, Sisi, Sumbangan
from indeksinovasi.inti.model.daerah import HasilTerbit, JenisHasil
from indeksinovasi.keluaran.teks import angka

NAMA_FAKTOR = {
    "metode": "metode",
    "spd": "SPD",
    "kematangan": "kematangan rata-rata",
    "jumlah_inovasi": "jumlah inovasi",
    "urusan_wajib": "cakupan urusan wajib",
}
NAMA_BAGIAN = {"sama": "inovasi yang sama", "masuk": "inovasi yang masuk", "keluar": "inovasi yang keluar"}
NAMA_PERUBAHAN: dict[Perubahan, str] = {
    "baru": "Baru",
    "hilang": "Hilang",
    "naik": "Naik",
    "turun": "Turun",
    "tetap": "Tetap",
}
NAMA_JENIS: dict[JenisHasil, str] = {
    "mandiri": "penilaian mandiri",
    "sementara": "sementara",
    "final": "final",
    "tidak_diketahui": "jenis tidak disebut",
}
NAMA_GOLONGAN = {
    "draf": "draf",
    "ditolak": "ditolak",
    "tidak_layak": "tidak layak",
    "tak_terbaca": "tak terbaca",
}
_KODE_DIBAWA = ("SKR610", "SKR613", "SKR614", "SKR618")
_BATANG = "▁▂▃▄▅▆▇█"
_CUKUP = Fraction(4, 5)
_PALING_BANYAK = 2


def bertanda(nilai: Fraction | None, desimal: int = 2) -> str:
    """Angka dengan tanda: ``+4,25``, ``−1,50``; ``0,00`` tanpa tanda; ``–`` bila tidak ada."""
    if nilai is None:
        return "–"
    bulat = Fraction(bulatkan(nilai, desimal))
    return f"{'+' if bulat > 0 else '−' if bulat < 0 else ''}{angka(abs(bulat), desimal)}"


def dari_ke(dari: str, ke: str) -> str:
    """Dua nilai berurutan: ``4 → 5``; satu saja bila sama."""
    return dari if dari == ke else f"{dari} → {ke}"


def sebutan(perbandingan: Perbandingan) -> str:
    """``Indeks``, atau ``Skor`` pada skala absolut."""
    return "Skor" if perbandingan.ke.skala == "absolut" else "Indeks"


def kalimat(perbandingan: Perbandingan) -> str:
    """Satu kalimat: ke mana ukuran bergerak dan faktor penyebab utamanya; tanpa selisih, alasannya."""
    selisih, nama = perbandingan.selisih, sebutan(perbandingan)
    if selisih is None:
        return perbandingan.alasan or ""
    arah = 1 if selisih >= 0 else -1
    searah = _terbesar(perbandingan.uraian, arah)
    lawan = _terbesar(perbandingan.uraian, -arah)
    if selisih == 0:
        if not searah or not lawan:
            return f"{nama} tidak berubah."
        sebab, imbang = _sebut(perbandingan, searah, arah), _sebut(perbandingan, lawan, -arah)
        return f"{nama} tidak berubah: {sebab} diimbangi {imbang}."
    besar = angka(abs(selisih)) if bulatkan(selisih, 2) else "kurang dari 0,01"
    sebab = f", terutama karena {_sebut(perbandingan, searah, arah)}" if searah else ""
    tahan = f"; ditahan oleh {_sebut(perbandingan, lawan, -arah)}" if lawan else ""
    return f"{nama} {'naik' if arah > 0 else 'turun'} {besar} poin{sebab}{tahan}."


def _terbesar(uraian: Sequence[Sumbangan], arah: int) -> list[Sumbangan]:
    """Faktor terbesar searah *arah* yang menjelaskan sebagian besar geraknya, tanpa yang tampak 0,00."""
    calon = sorted(
        (satu for satu in uraian if bulatkan(satu.nilai * arah, 2) > 0), key=lambda satu: -satu.nilai * arah
    )
    total = sum((satu.nilai for satu in calon), Fraction(0))
    hasil: list[Sumbangan] = []
    for satu in calon[:_PALING_BANYAK]:
        if hasil and abs(sum((lain.nilai for lain in hasil), Fraction(0))) >= abs(total) * _CUKUP:
            break
        hasil.append(satu)
    return hasil


def _sebut(perbandingan: Perbandingan, sumbangan: Sequence[Sumbangan], arah: int) -> str:
    return " dan ".join(
        f"{NAMA_FAKTOR[satu.faktor]} ({bertanda(satu.nilai)}{_bagian(perbandingan, satu, arah)})"
        for satu in sumbangan
    )


def _bagian(perbandingan: Perbandingan, satu: Sumbangan, arah: int) -> str:
    if satu.faktor != "kematangan":
        return ""
    terbesar = _terbesar(perbandingan.kematangan, arah)
    return f", terutama {NAMA_BAGIAN[terbesar[0].faktor]}" if terbesar else ""


def kalimat_predikat(perbandingan: Perbandingan) -> str | None:
    """Perubahan predikat antara dua hasil hitungan seskala; ``None`` bila tidak dapat dikatakan."""
    dari, ke = perbandingan.dari.hasil, perbandingan.ke.hasil
    if dari is None or ke is None or not perbandingan.skala_sama:
        return None
    awal, akhir = dari.utama.predikat, ke.utama.predikat
    if awal is None or akhir is None:
        return None
    return f"Predikat tetap {akhir}." if awal == akhir else f"Predikat berubah dari {awal} menjadi {akhir}."


def kalimat_terbit(perbandingan: Perbandingan) -> str | None:
    """Selisih hasil terbit, bila keduanya sejenis dan sama skala."""
    terbit = perbandingan.terbit
    if terbit is None:
        return None
    angka_terbit = f"{angka(terbit.dari)} → {angka(terbit.ke)} ({bertanda(terbit.nilai)})"
    return f"Hasil terbit ({NAMA_JENIS[terbit.jenis]}): {angka_terbit}; tidak diuraikan."


def keterangan_inovasi(beda: BedaInovasi) -> str:
    """Keadaan catatan lawannya, bila ada tetapi tidak terhitung: ``ditolak pada sisi akhir``."""
    lawan, letak = (beda.dari, "awal") if beda.perubahan == "baru" else (beda.ke, "akhir")
    if beda.perubahan not in ("baru", "hilang") or lawan is None:
        return ""
    return f"{NAMA_GOLONGAN.get(lawan.golongan, lawan.golongan)} pada sisi {letak}"


def catatan_metode(sisi: Sisi) -> list[str]:
    """Catatan yang membatasi makna sisi bermetode lain: baris yang dibawa dan kematangan siap pakai."""
    hasil = sisi.hasil
    if hasil is None or hasil.metode.tahun == hasil.tahun:
        return []
    return [f"{sisi.label}: {satu.pesan}" for satu in hasil.catatan if satu.kode in _KODE_DIBAWA]


def sel_ringkasan(sisi: Sisi) -> tuple[str, ...]:
    """Sel ringkasan: ukuran, SPD, kematangan per inovasi, inovasi, pembagi, skor jumlah, OPD pelapor."""
    hasil = sisi.hasil
    if hasil is None:
        terbit = terbit_terpilih(sisi)
        return (f"{angka(terbit[0])} †", "–", "–", terbit[1], "–", "–", terbit[2])
    utama = hasil.utama
    return (
        angka(utama.skor),
        angka(utama.masukan.spd),
        angka(rata_kematangan(hasil)),
        str(utama.masukan.terhitung),
        "–" if hasil.absolut else str(utama.rincian.pembagi),
        angka(utama.rincian.skor_jumlah) if hasil.metode.rumus.jumlah_inovasi else "–",
        f"{opd_melapor(hasil)} dari {len(hasil.opd)}",
    )


def terbit_terpilih(sisi: Sisi) -> tuple[Fraction | None, str, str]:
    """Skor, jumlah inovasi, dan jumlah OPD dari hasil terbit yang mewakili tahun itu."""
    terbit = hasil_terbit_utama(sisi.terbit)
    if terbit is None:
        return None, "–", "–"
    return terbit.skor, angka(terbit.jumlah_inovasi, 0), angka(terbit.jumlah_opd, 0)


def kalimat_skala(semua: Sequence[Sisi]) -> list[str]:
    """Peringatan bila sisi-sisi memakai skala yang berbeda."""
    skala = {sisi.skala for sisi in semua}
    if len(skala) < 2:
        return []
    sebut = (
        f"{', '.join(s.label for s in semua if s.skala == satu)}: {NAMA_SKALA[satu]}"
        for satu in NAMA_SKALA
        if satu in skala
    )
    return [f"Perhatian: skalanya berbeda ({'; '.join(sebut)}). Angka antarskala tidak dapat dibandingkan."]


def terbit_terurut(semua: Sequence[Sisi]) -> list[HasilTerbit]:
    """Hasil terbit semua sisi, sekali masing-masing, menurut tahun lalu dari penilaian mandiri ke final."""
    terbit: list[HasilTerbit] = []
    for sisi in semua:
        terbit += [satu for satu in sisi.terbit if satu not in terbit]
    return sorted(terbit, key=lambda satu: (satu.tahun, list(NAMA_JENIS).index(satu.jenis)))


def kalimat_mandiri_final(semua: Sequence[HasilTerbit]) -> list[str]:
    """Penilaian mandiri berhadapan dengan hasil final tahun yang sama."""
    skor = {(satu.tahun, satu.jenis): satu.skor for satu in semua if satu.skor is not None}
    return [
        f"{tahun}: mandiri {angka(mandiri)} → final {angka(final)} ({bertanda(final - mandiri)})"
        for (tahun, jenis), mandiri in skor.items()
        if jenis == "mandiri" and (final := skor.get((tahun, "final"))) is not None
    ]


def garis(nilai: Sequence[Fraction]) -> str:
    """Grafik garis kecil dari balok; terendah dan tertinggi memakai balok paling pendek dan paling tinggi."""
    bawah, atas = min(nilai), max(nilai)
    if bawah == atas:
        return _BATANG[3] * len(nilai)
    return "".join(_BATANG[int((satu - bawah) / (atas - bawah) * (len(_BATANG) - 1))] for satu in nilai)


class BarisUraian(NamedTuple):
    """Satu baris tabel uraian; ``nilai`` ``None`` pada baris jumlah, ``anak`` bagian faktor di atasnya."""

    nama: str
    tampil: str
    nilai: Fraction | None
    anak: bool = False


def baris_uraian(banding: Perbandingan, desimal: int = 4) -> list[BarisUraian]:
    """Tabel uraian yang angka tampilnya juga berjumlah tepat; kosong bila tidak ada selisih."""
    if banding.selisih is None:
        return []
    bulat = bulatkan_bagian([satu.nilai for satu in banding.uraian], desimal)
    hasil = []
    for satu, tampil in zip(banding.uraian, bulat, strict=True):
        nama = NAMA_FAKTOR[satu.faktor]
        hasil.append(BarisUraian(f"{nama[0].upper()}{nama[1:]}", _tampil(tampil, desimal), satu.nilai))
        if satu.faktor == "kematangan":
            anak = bulatkan_bagian([bagian.nilai for bagian in banding.kematangan], desimal, tampil)
            for bagian, isi in zip(banding.kematangan, anak, strict=True):
                nama = NAMA_BAGIAN[bagian.faktor]
                hasil.append(BarisUraian(nama, _tampil(isi, desimal), bagian.nilai, anak=True))
    jumlah = _tampil(sum(bulat, Decimal(0)), desimal)
    return [*hasil, BarisUraian("Selisih sebelum dibulatkan", jumlah, None)]


def _tampil(nilai: Decimal, desimal: int) -> str:
    return bertanda(Fraction(nilai), desimal)


def batang(nilai: Fraction, terbesar: Fraction, lebar: int = 10) -> str:
    """Batang ke kiri (negatif) atau ke kanan (positif) dari garis tengah, selebar ``2 × lebar + 1``."""
    panjang = int(abs(nilai) / terbesar * lebar + Fraction(1, 2)) if terbesar else 0
    isi = "█" * panjang
    return f"{isi if nilai < 0 else '':>{lebar}}│{isi if nilai > 0 else '':<{lebar}}"
