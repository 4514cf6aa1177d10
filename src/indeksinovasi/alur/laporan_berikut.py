"""Bagian laporan yang dihitung mesin rencana: langkah berikutnya, jalan ke predikat, susunan, dan risiko."""

from __future__ import annotations

from indeksinovasi.alur.undian import undi
from indeksinovasi.inti.model.berikut import BerikutLaporan, RisikoLaporan, SusunanLaporan
from indeksinovasi.inti.rencana.berikut import inovasi_andaian, langkah_berikut, ruang_bawaan
from indeksinovasi.inti.rencana.jalan import jalan_predikat
from indeksinovasi.inti.rencana.keadaan import Keadaan
from indeksinovasi.inti.rencana.risiko import PermintaanRisiko, ringkas_risiko, susun_soal_risiko
from indeksinovasi.inti.rencana.susun import PermintaanSusun, susun_kiriman

UNDIAN_LAPORAN = 1000
"""Cukup untuk dua puluh kuantil; ``rencana risiko`` memakai sepuluh kali lipat."""


def susun_berikut(keadaan: Keadaan) -> BerikutLaporan:
    """Semuanya dari *keadaan*; kosong bila skornya tidak dapat dihitung."""
    if keadaan.posisi.skor is None:
        return BerikutLaporan()
    ruang, baru = ruang_bawaan(keadaan), inovasi_andaian(keadaan)
    return BerikutLaporan(
        langkah=langkah_berikut(keadaan, ruang, baru),
        jalan=jalan_predikat(keadaan, ruang, baru),
        baru=baru,
        susunan=_susunan(keadaan),
        risiko=_risiko(keadaan),
    )


def _susunan(keadaan: Keadaan) -> SusunanLaporan | None:
    """Kurva kiriman; ``None`` bila tidak ada yang dapat dipilih, atau yang sekarang sudah terbaik."""
    hasil = susun_kiriman(keadaan, PermintaanSusun())
    terbaik, sekarang = hasil.terbaik.skor, hasil.sekarang.skor
    if terbaik is None or sekarang is None or terbaik <= sekarang:
        return None
    nama = {satu.id: satu.nama or satu.id for satu in hasil.calon}
    # Kurvanya mulai dari satu kiriman; yang terbaik dapat juga tanpa kiriman sama sekali.
    awal = () if hasil.kirim else ((0, terbaik),)
    return SusunanLaporan(
        kurva=(*awal, *((satu.n, satu.skor) for satu in hasil.kurva if satu.skor is not None)),
        terbaik=(len(hasil.kirim), terbaik),
        sekarang=(hasil.sedang_dikirim, sekarang),
        impas=hasil.impas,
        kirim=tuple(nama[satu] for satu in hasil.kirim),
        tunda=tuple(nama[satu] for satu in hasil.tunda),
    )


def _risiko(keadaan: Keadaan) -> RisikoLaporan | None:
    """Sebaran skor bila bukti gagal; ``None`` bila tidak ada baris yang dapat gagal."""
    permintaan = PermintaanRisiko(undian=UNDIAN_LAPORAN)
    soal = susun_soal_risiko(keadaan, permintaan)
    if not soal.baris:
        return None
    hasil = ringkas_risiko(keadaan, soal, permintaan, undi(soal, permintaan))
    return RisikoLaporan(
        undian=permintaan.undian,
        bibit=permintaan.bibit,
        titik=hasil.titik,
        kuantil=(hasil.p05, hasil.p50, hasil.p95),
        peluang=tuple((nama, nilai) for nama, nilai in hasil.predikat if nama is not None),
        sumber=hasil.peluang.sumber,
        umum=hasil.peluang.umum,
        korelasi=hasil.korelasi,
    )
