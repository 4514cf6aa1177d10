"""Kata-kata perbandingan: nama faktor, angka bertanda, dan kalimat yang menjelaskan selisih."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from indeksinovasi.inti.model.angka import NOL, bulatkan
from indeksinovasi.inti.model.banding import (
    NAMA_SKALA,
    BedaInovasi,
    BedaJudul,
    GerakInovasi,
    Perbandingan,
    PerubahanPredikat,
    Sisi,
    Sumbangan,
    UkuranSisi,
)
from indeksinovasi.inti.model.batas_predikat import GeserBatas
from indeksinovasi.inti.model.daerah import HasilTerbit, JenisHasil
from indeksinovasi.keluaran.dokumen import Potong
from indeksinovasi.keluaran.teks import NAMA_GOLONGAN, angka

NAMA_FAKTOR = {
    "metode": "metode",
    "spd": "SPD",
    "kematangan": "kematangan rata-rata",
    "jumlah_inovasi": "jumlah inovasi",
    "urusan_wajib": "cakupan urusan wajib",
}
NAMA_BAGIAN = {"sama": "inovasi yang sama", "masuk": "inovasi yang masuk", "keluar": "inovasi yang keluar"}
NAMA_PERUBAHAN: dict[GerakInovasi, str] = {
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
_BALOK = "▁▂▃▄▅▆▇█"
_CUKUP = Fraction(4, 5)
_PALING_BANYAK = 2


def bertanda(nilai: Fraction | None, desimal: int = 2) -> str:
    """Angka dengan tanda: ``+4,25``, ``−1,50``; ``0,00`` tanpa tanda; ``–`` bila tidak ada."""
    if nilai is None:
        return "–"
    bulat = Fraction(bulatkan(nilai, desimal))
    return f"{'+' if bulat > 0 else '−' if bulat < 0 else ''}{angka(abs(bulat), desimal)}"


def arah(nilai: Fraction | None, desimal: int = 2) -> Potong:
    """Angka bertanda dengan ``▲`` atau ``▼``; nol dan yang tidak ada tanpa tanda."""
    teks = bertanda(nilai, desimal)
    bulat = bulatkan(nilai or NOL, desimal)
    if bulat > 0:
        return Potong(f"▲ {teks}", "naik")
    return Potong(f"▼ {teks}", "turun") if bulat < 0 else Potong(teks, "redup")


def dari_ke(dari: str, ke: str) -> str:
    """Dua nilai berurutan: ``4 → 5``; satu saja bila sama."""
    return dari if dari == ke else f"{dari} → {ke}"


def sebutan(perbandingan: Perbandingan) -> str:
    """``Indeks``, atau ``Skor`` pada skala absolut."""
    return "Skor" if perbandingan.ke.skala == "absolut" else "Indeks"


def kalimat_selisih(perbandingan: Perbandingan) -> str:
    """Satu kalimat: ke mana ukuran bergerak dan faktor penyebab utamanya; tanpa selisih, alasannya."""
    selisih, nama = perbandingan.selisih, sebutan(perbandingan)
    if selisih is None:
        return perbandingan.alasan or ""
    tampil = perbandingan.selisih_tampil or Fraction(0)
    arah = 1 if selisih >= 0 else -1
    searah = _terbesar(perbandingan.uraian, arah)
    lawan = _terbesar(perbandingan.uraian, -arah)
    if selisih == 0:
        if not searah or not lawan:
            return f"{nama} tidak berubah."
        sebab, imbang = _sebut(perbandingan, searah, arah), _sebut(perbandingan, lawan, -arah)
        return f"{nama} tidak berubah: {sebab} diimbangi {imbang}."
    besar = angka(abs(tampil)) if tampil else "kurang dari 0,01"
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
    return [f"{sisi.label}: {satu.pesan}" for satu in hasil.catatan if satu.tentang == "dibawa"]


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
        return _BALOK[3] * len(nilai)
    return "".join(_BALOK[int((satu - bawah) / (atas - bawah) * (len(_BALOK) - 1))] for satu in nilai)


def kalimat_batas(predikat: PerubahanPredikat | None) -> list[str]:
    """Batas predikat yang bergeser dan akibatnya; kosong bila tidak ada yang bergeser."""
    if predikat is None or not predikat.batas:
        return []
    sebut = " dan ".join(_geser(satu) for satu in predikat.batas)
    if predikat.karena_batas:
        return [
            f"{sebut}.",
            f"Predikat menjadi {predikat.ke} karena batas itu: menurut batas semula tetap {predikat.dari}.",
        ]
    utama = next((satu for satu in predikat.batas if satu.predikat == predikat.ke), None)
    if predikat.tetap and utama and predikat.jarak:
        jarak = " menjadi ".join(angka(satu) for satu in predikat.jarak)
        return [f"{sebut}: jarak aman {jarak} poin."]
    if predikat.tetap:
        return [f"{sebut}."]
    return [f"{sebut}; menurut batas semula pun predikatnya bukan lagi {predikat.dari}."]


def _geser(satu: GeserBatas) -> str:
    ke = "naik" if satu.selisih > 0 else "turun"
    asumsi = " (asumsi, kepastian lemah)" if satu.asumsi else ""
    return f"Batas {satu.predikat} {ke} {angka(satu.dari)} → {angka(satu.ke)}{asumsi}"


def kalimat_predikat(predikat: PerubahanPredikat) -> str:
    """``Inovatif tetap Inovatif`` atau ``Inovatif menjadi Kurang Inovatif``."""
    kata = "tetap" if predikat.tetap else "menjadi"
    return f"{predikat.dari} {kata} {predikat.ke}"


def kalimat_beda_judul(satu: BedaJudul) -> str:
    """Nama berkas sama, judul berbeda; judul yang menentukan kecuali tidak ada petunjuk lain."""
    berkas = satu.ke.id.partition("/")[2]
    judul = f'"{satu.dari.nama}" ({satu.dari.id[:4]}) dan "{satu.ke.nama}" ({satu.ke.id[:4]})'
    if satu.dipasangkan:
        akhir = "dibandingkan sebagai satu inovasi; bila bukan, ganti nama berkasnya"
    else:
        akhir = "dianggap dua inovasi menurut judulnya"
    return f"Nama berkas {berkas} dipakai {judul}: {akhir}."


def teks_ukuran(ukuran: UkuranSisi) -> str:
    """Angka sebuah sisi; yang terbit disebut jenisnya."""
    teks = angka(ukuran.skor)
    return teks if ukuran.terbit is None else f"{teks} † ({NAMA_JENIS[ukuran.terbit]})"
