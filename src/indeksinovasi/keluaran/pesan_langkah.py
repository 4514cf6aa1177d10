"""Kalimat langkah berikutnya dan jalan ke predikat: apa yang dikerjakan, siapa, dan berapa biayanya."""

from __future__ import annotations

import shlex
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from indeksinovasi.inti.ejaan import deretan
from indeksinovasi.inti.model.berikut import JalanLaporan, LangkahLaporan
from indeksinovasi.inti.model.laporan import Laporan, NilaiLaporan
from indeksinovasi.keluaran.grafik.kalimat import awal_besar, bilangan
from indeksinovasi.keluaran.teks import aman, angka, angka_rapi, bernama_indeks

_KELAYAKAN = {
    "tidak_layak": ("Pastikan kelayakan", "; bila memenuhi syarat dan diterima"),
    "ditolak": ("Perbaiki", ", yang ditolak; bila diterima"),
    "draf": ("Lengkapi dan kirim", ", yang masih draf; bila diterima"),
}
_DIUTAMAKAN = ("verifikasi", "bukti", "kelayakan", "spd", "inovasi_baru", "tingkat")
"""Jenis yang disebut lebih dahulu bila tempatnya terbatas: yang paling dekat dengan yang sudah ada."""
SEBAB_TETAP = {
    "kalender": "baris hasil tahun yang sudah lewat, tidak dapat bergerak tahun ini",
    "tidak_mungkin": "baris dinyatakan tidak mungkin dalam biaya.yaml",
    "kematangan": "inovasi hanya memuat kematangan, tanpa baris yang dapat dinaikkan",
    "spd_total": "SPD hanya tersedia sebagai total",
    "tidak_dihitung": "catatan tidak dihitung; pilih yang dikirim dengan rencana susun",
    "urusan_wajib": "urusan wajib masih kurang, sehingga skor jumlah inovasi 0",
    "pembagi": "inovasi lagi sebelum pembagi minimal terisi",
}
"""Apa yang menahan indeks; banyaknya disebut di depan atau di sampingnya."""


class HalPokok(NamedTuple):
    """Satu hal: pokoknya (dicetak tebal) dan lanjutannya."""

    pokok: str
    lanjutan: str


class JalanTercetak(NamedTuple):
    """Kalimat satu jalan, dan perintah yang mencari rencana terbuktinya."""

    kalimat: str
    perintah: str


def kalimat_langkah(langkah: LangkahLaporan) -> HalPokok:
    """Apa yang dikerjakan, dan keterangannya."""
    match langkah.jenis:
        case "verifikasi":
            siapa = f", terutama {deretan(langkah.nama)}" if langkah.nama else ""
            return HalPokok(f"Verifikasi {langkah.banyak} baris yang sudah berbukti", siapa)
        case "bukti":
            pokok = f"Lengkapi bukti {langkah.banyak} baris yang sudah diklaim"
            return HalPokok(pokok, _bagian_daerah(langkah))
        case "kelayakan":
            kerja, syarat = _KELAYAKAN[langkah.golongan or "tidak_layak"]
            return HalPokok(f"{kerja} {deretan(langkah.nama)}", syarat)
        case "spd":
            nama, uraian = langkah.nama
            bila = f": {uraian}" if uraian else ""
            return HalPokok(f"Naikkan {nama} ke tingkat {langkah.ke}", f"{bila}; bila dapat dibuktikan")
        case "tingkat":
            pokok = f"Naikkan {deretan(langkah.nama)} pada {bilangan(langkah.banyak)} inovasi"
            return HalPokok(pokok, "; bila dapat dibuktikan")
        case "inovasi_baru":
            mengisi = f", mengisi urusan {deretan(langkah.nama)}" if langkah.nama else ""
            pokok = f"Tambah {bilangan(langkah.banyak)} inovasi baru{mengisi}"
            return HalPokok(pokok, f"; berkematangan {angka_rapi(langkah.kematangan)} dan diterima")


def _bagian_daerah(langkah: LangkahLaporan) -> str:
    if not langkah.daerah:
        return ""
    inovasi = langkah.banyak - langkah.daerah
    return f" ({inovasi} baris inovasi, {langkah.daerah} baris SPD)" if inovasi else " (SPD)"


def pelaku_langkah(langkah: LangkahLaporan) -> str:
    """Yang bertindak: paling banyak tiga OPD disebut dengan banyaknya baris."""
    if langkah.jenis == "inovasi_baru":
        return "OPD pengampu urusan yang kosong" if langkah.nama else "perangkat daerah pengusul"
    if langkah.jenis == "spd":
        return "pengampu SPD"
    nama = [
        satu.nama if langkah.jenis == "kelayakan" else f"{satu.nama} ({satu.banyak})"
        for satu in langkah.oleh[:3]
    ]
    lain = len(langkah.oleh) - len(nama)
    sebut = [*nama, *([f"{bilangan(lain)} OPD lain"] if lain else [])]
    if langkah.daerah:
        sebut.append(f"pengampu SPD ({langkah.daerah})")
    return "; ".join(sebut)


def hal_langkah(langkah: LangkahLaporan) -> HalPokok:
    """Langkah sebagai hal pokok: beserta tambahan dan skornya."""
    pokok, lanjutan = kalimat_langkah(langkah)
    return HalPokok(pokok, f"{lanjutan}: +{angka(langkah.tambahan)} menjadi {angka(langkah.skor)}.")


def langkah_tercetak(semua: Sequence[LangkahLaporan], banyak: int) -> list[LangkahLaporan]:
    """Paling banyak sekian langkah, tetap terurut: yang terhemat dari tiap jenis, lalu yang terhemat lain."""
    pertama: dict[str, LangkahLaporan] = {}
    for satu in semua:
        pertama.setdefault(satu.jenis, satu)
    dipilih = [pertama[jenis] for jenis in _DIUTAMAKAN if jenis in pertama][:banyak]
    dipilih += [satu for satu in semua if satu not in dipilih][: banyak - len(dipilih)]
    return sorted(dipilih, key=semua.index)


def judul_langkah(laporan: Laporan) -> str:
    """Judul tabel langkah ringkasan, menurut banyaknya."""
    banyak = min(len(laporan.nilai.langkah), 5) if laporan.nilai else 0
    return f"{awal_besar(bilangan(banyak))} langkah berikutnya"


def arahan(tercetak: Sequence[LangkahLaporan]) -> str | None:
    """Yang dimohon dari pimpinan, dari langkah yang tercetak; ``None`` bila tidak ada yang perlu dimohon."""
    minta = []
    for nomor, satu in enumerate(tercetak, 1):
        if satu.jenis == "verifikasi":
            minta.append(f"penugasan tim verifikasi (langkah {nomor})")
        elif satu.jenis == "bukti":
            minta.append(f"tenggat pelengkapan bukti bagi perangkat daerah (langkah {nomor})")
        elif satu.jenis == "inovasi_baru" and satu.nama:
            minta.append(f"penunjukan pengampu urusan wajib yang kosong (langkah {nomor})")
    return f"{deretan(minta)}." if minta else None


def jalan_tercetak(laporan: Laporan) -> list[JalanTercetak]:
    """Jalan ke predikat berikutnya dan yang terbaik, dalam kalimat."""
    nilai = laporan.nilai
    return [_jalan(satu, nilai, laporan.tahun) for satu in nilai.berikut.jalan] if nilai else []


def _jalan(jalan: JalanLaporan, nilai: NilaiLaporan, tahun: int) -> JalanTercetak:
    kalimat = " ".join(_kalimat_jalan(jalan, nilai))
    # Nama berkas metode sendiri tidak dikenal laporan.
    sebut = str(nilai.metode.tahun) if bernama_indeks(nilai.metode.nama) else "BERKAS"
    metode = f" --metode {sebut}" if nilai.metode.lain else ""
    dasar = f" --dasar {nilai.dasar}" if nilai.dasar != "berbukti" else ""
    baru = "".join(f" --inovasi-baru {satu}" for satu in jalan.pilihan)
    awal = f"indeks rencana target DATA --tahun {tahun}"
    nama = aman(jalan.predikat)
    # Petik ganda berlaku juga di Windows; nama yang aneh diloloskan menurut shell.
    predikat = f'"{nama}"' if nama.replace(" ", "").isalnum() else shlex.quote(nama)
    return JalanTercetak(kalimat, f"{awal}{metode}{dasar} --predikat {predikat}{baru}")


def _kalimat_jalan(jalan: JalanLaporan, nilai: NilaiLaporan) -> Iterator[str]:
    sebut = f"{jalan.predikat} (mulai {angka(jalan.mulai)})"
    if jalan.biaya is None:
        yield f"{sebut} tidak terjangkau tahun ini: tertinggi {angka(jalan.tertinggi)}."
        if jalan.penghalang:
            sebab = (f"{banyak} {SEBAB_TETAP[nama]}" for nama, banyak in jalan.penghalang)
            yield f"Penghalang: {'; '.join(sebab)}."
        return
    hanya_baru = jalan.tanpa_baru is None
    if hanya_baru:
        yield f"Menaikkan tingkat saja berhenti di {angka(jalan.tertinggi)}."
    kerja = deretan(list(_kerja_jalan(jalan, nilai)))
    yield (
        f"{sebut} {'baru ' if hanya_baru else ''}tercapai dengan {kerja}: biaya {angka_rapi(jalan.biaya)}, "
        f"menjadi {angka(jalan.akhir)}."
    )
    if not hanya_baru and jalan.pilihan:
        yield f"Tanpa inovasi baru biayanya {angka_rapi(jalan.tanpa_baru)}."


def _kerja_jalan(jalan: JalanLaporan, nilai: NilaiLaporan) -> Iterator[str]:
    """Banyak baris yang naik, dan banyak inovasi baru beserta andaiannya."""
    naik = sum(satu.banyak for satu in jalan.langkah if satu.jenis != "inovasi_baru")
    if naik:
        yield f"{naik} baris yang naik"
    baru = sum(satu.banyak for satu in jalan.langkah if satu.jenis == "inovasi_baru")
    andaian = nilai.berikut.baru
    if baru and andaian is not None:
        rinci = f"berkematangan {angka_rapi(andaian.kematangan)}, biaya {andaian.biaya} masing-masing"
        yield f"{bilangan(baru)} inovasi baru ({rinci})"


def kalimat_risiko(nilai: NilaiLaporan) -> str:
    """Dari mana peluang gagalnya, dan cara menghitungnya lebih teliti."""
    risiko = nilai.berikut.risiko
    if risiko is None:
        return ""
    asal = {
        "verifikasi": f"dari verifikasi daerah ini, rata-rata {angka(risiko.umum * 100, 1)}%",
        "andaian": f"andaian {angka(risiko.umum * 100, 1)}%, karena belum ada yang diverifikasi",
        "ditetapkan": f"ditetapkan {angka(risiko.umum * 100, 1)}%",
    }[risiko.sumber]
    return (
        f"Peluang sebuah baris gagal {asal}; gagal bersama dokumen, OPD, atau indikatornya "
        f"{angka(risiko.korelasi * 100, 0)}% (andaian). Baris yang gagal jatuh ke tingkat 0, inovasinya "
        f"tetap dihitung. {angka(risiko.undian, 0)} undian, bibit {risiko.bibit}."
    )


def kalimat_susunan(nilai: NilaiLaporan) -> str:
    """Yang dikirim dan yang diperbaiki dahulu menurut susunan terbaik."""
    susunan = nilai.berikut.susunan
    if susunan is None:
        return ""
    kirim = f"Kirim {_sebagian(susunan.kirim)}" if susunan.kirim else "Yang sudah diterima saja cukup"
    tunda = f"; perbaiki dahulu {_sebagian(susunan.tunda)}" if susunan.tunda else ""
    return f"{kirim}{tunda}."


def _sebagian(nama: Sequence[str]) -> str:
    """Paling banyak lima nama, selebihnya banyaknya."""
    lain = len(nama) - 5
    return deretan([*nama[:5], *([f"{lain} lainnya"] if lain > 0 else [])])
