"""``indeks metode daftar`` dan ``tunjuk`` sebagai teks, paling lebar 80 kolom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from indeksinovasi.inti.metode.bagian import MetodeRusakTerdaftar, RingkasMetode, ringkas_metode
from indeksinovasi.inti.metode.beda import (
    NAMA_ASPEK,
    TIDAK_DITEMUKAN,
    batas_predikat,
    ketetapan,
    teks_konstanta,
)
from indeksinovasi.inti.model.angka import NOL, angka_id
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.metode import Indikator, Metode
from indeksinovasi.keluaran.lipatan import alinea, dua_kolom
from indeksinovasi.keluaran.teks import aman


def teks_daftar(semua: Iterable[RingkasMetode | MetodeRusakTerdaftar]) -> str:
    """Tabel semua berkas tahun: status, skala, revisi, banyak indikator, dan kepastiannya."""
    daftar = list(semua)
    baris = [_KEPALA_DAFTAR, *(_sel(satu) for satu in daftar if isinstance(satu, RingkasMetode))]
    lebar = [max(map(len, kolom)) for kolom in zip(*baris, strict=True)]
    tabel = ["  ".join(_rata(sel, luas) for sel, luas in zip(satu, lebar, strict=True)) for satu in baris]
    rusak = [b for satu in daftar if isinstance(satu, MetodeRusakTerdaftar) for b in _rusak(satu)]
    keterangan = (
        "SPD dan SID: banyak baris tabel (0 = tidak ditemukan). Pasti, kuat, lemah: kepastian barisnya. "
        "Asumsi: ketetapan rumus, skor tertinggi, dan predikat yang lemah."
    )
    return "\n".join([*_rapi(tabel), *rusak, "", *alinea(keterangan)]) + "\n"


_KEPALA_DAFTAR = ("Tahun", "Status", "Skala", "Revisi", "SPD", "SID", "Pasti", "Kuat", "Lemah", "Asumsi")


def _sel(satu: RingkasMetode) -> tuple[str, ...]:
    angka = (satu.revisi, satu.spd, satu.sid, *satu.kepastian.values(), satu.asumsi)
    return (str(satu.tahun), satu.status, satu.skala, *map(str, angka))


def _rata(sel: str, luas: int) -> str:
    return sel.rjust(luas) if sel.isdigit() else sel.ljust(luas)


def _rusak(satu: MetodeRusakTerdaftar) -> list[str]:
    return alinea(f"tidak dapat dipakai: {satu.sebab}", f" {satu.tahun}  ")


def _rapi(baris: Iterable[str]) -> list[str]:
    return [satu.rstrip() for satu in baris]


def teks_tunjuk(metode: Metode, sidik: str) -> str:
    """Semua yang diukur satu tahun: rumus, predikat, kelayakan, indikator beserta tingkatnya, dan sumber."""
    bagian = [
        _kepala(metode, sidik),
        _bagian("Rumus", [*alinea(rumus_kalimat(metode), "  "), *dua_kolom(pasangan_ketetapan(metode))]),
        _bagian("Predikat", dua_kolom((satu.nama, batas_predikat(satu)) for satu in metode.predikat)),
        _bagian("Kelayakan", [*dua_kolom(kelayakan(metode)), *_butir(metode.kelayakan.catatan)]),
        _bagian("Urusan wajib", alinea(", ".join(metode.urusan_wajib), "  ") if metode.urusan_wajib else []),
        *(_bagian(judul_aspek(metode, satu), list(_indikator(metode.aspek(satu)))) for satu in NAMA_ASPEK),
        _bagian("SPD yang hanya diketahui namanya", _butir(metode.spd_nama_saja)),
        _bagian("Lembar lain", _butir(metode.lembar_lain)),
        _bagian("Dasar hukum", _butir(metode.dasar_hukum)),
        _bagian("Sumber", dua_kolom(metode.sumber.items())),
    ]
    return "\n".join(_rapi(baris for satu in bagian for baris in satu)) + "\n"


def _bagian(judul: str, isi: list[str]) -> list[str]:
    return ["", judul, *isi] if isi else []


def _butir(semua: Iterable[str]) -> list[str]:
    return [baris for satu in semua for baris in alinea(satu, "  - ")]


def _kepala(metode: Metode, sidik: str) -> list[str]:
    kepastian = ", ".join(f"{banyak} {nama}" for nama, banyak in ringkas_metode(metode).kepastian.items())
    return [
        aman(metode.nama),
        f"tahun {metode.tahun} · {metode.status} · revisi {metode.revisi} · skala {metode.skala}",
        f"kepastian indikator: {kepastian}",
        sidik,
        "",
        *alinea(metode.keterangan),
    ]


def rumus_kalimat(metode: Metode) -> str:
    """Rumus tahun itu dalam satu kalimat."""
    if metode.rumus.sid.cara == "jumlah":
        return "Skor = SPD + jumlah kematangan semua inovasi; tanpa batas atas."
    pembagi = "max(pembagi minimal, n)" if metode.rumus.pembagi_minimal else "n"
    jumlah = " + skor jumlah inovasi" if metode.rumus.jumlah_inovasi else ""
    return f"Indeks = (SPD + jumlah kematangan ÷ {pembagi}{jumlah}) ÷ skor total tertinggi × 100."


def pasangan_ketetapan(metode: Metode) -> list[tuple[str, str]]:
    """Ketetapan rumus dan skor tertinggi beserta kepastian dan alasannya."""
    sid = metode.rumus.sid
    awal = [("gabungan kematangan", f"{sid.cara.replace('_', '-')} ({sid.kepastian})", sid.alasan)]
    semua = awal + [(nama, teks_konstanta(satu), satu.alasan) for nama, satu in ketetapan(metode).items()]
    return [(nama, f"{teks}. {alasan}" if alasan else teks) for nama, teks, alasan in semua]


def kelayakan(metode: Metode) -> list[tuple[str, str]]:
    """Syarat ikut dinilai."""
    syarat = metode.kelayakan
    jendela, kata = syarat.penerapan, syarat.rancang_bangun_min_kata
    batas = f"{jendela.mulai} s.d. {jendela.sampai} ({jendela.kepastian})" if jendela else TIDAK_DITEMUKAN
    isi = [("Penerapan", batas)]
    if syarat.pengembangan_dalam_jendela:
        isi.append(("Pengembangan", "di dalam jendela juga diterima"))
    isi += [("Rancang bangun", f"paling sedikit {kata} kata")] if kata else []
    daftar = (
        ("Bagiannya", syarat.rancang_bangun_bagian),
        ("Tahapan", syarat.tahapan),
        ("Tematik", syarat.tematik),
    )
    isi += [(nama, ", ".join(satu)) for nama, satu in daftar if satu]
    return isi


def judul_aspek(metode: Metode, aspek: Aspek) -> str:
    """Judul tabel satu aspek beserta jumlah bobotnya."""
    baris = metode.aspek(aspek)
    bobot = [satu.bobot for satu in baris if satu.bobot is not None]
    kurang = len(baris) - len(bobot)
    jumlah = f"{kurang} bobot tidak ditemukan" if kurang else f"jumlah bobot {angka_id(sum(bobot, NOL))}"
    return f"Indikator {NAMA_ASPEK[aspek]}: {len(baris)} baris, {jumlah}"


def _indikator(semua: tuple[Indikator, ...]) -> Iterator[str]:
    for satu in semua:
        yield from alinea(satu.nama, f"  {aman(satu.nomor)} {satu.kode} · ", "      ")
        yield from alinea(" · ".join(tanda(satu)), "      ")
        uraian = sorted((satu.tingkat or {}).items())
        yield from dua_kolom(((str(tingkat), teks) for tingkat, teks in uraian), "      ")


def tanda(satu: Indikator) -> list[str]:
    """Bobot, wajib, dan kepastian sebuah indikator."""
    bobot = f"bobot {TIDAK_DITEMUKAN}" if satu.bobot is None else f"bobot {angka_id(satu.bobot)}"
    lembar = ["dua lembar"] if satu.aturan_lain else []
    return [bobot, *(["wajib"] if satu.wajib else []), *lembar, f"kepastian {satu.kepastian}"]
