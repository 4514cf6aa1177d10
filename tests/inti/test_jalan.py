"""Jalan dan langkah laporan: sama dengan ``rencana target`` dan ``rencana andai`` atas catatan yang sama."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from indeksinovasi.alur.pemecah import pecahkan
from indeksinovasi.inti.model.hasil import DASAR, Dasar
from indeksinovasi.inti.model.rencana import DaftarBiaya
from indeksinovasi.inti.rencana.berikut import inovasi_andaian, langkah_berikut, ruang_bawaan
from indeksinovasi.inti.rencana.jalan import jalan_predikat
from indeksinovasi.inti.rencana.keadaan import Keadaan, terapkan_semua
from indeksinovasi.inti.rencana.ruang import baca_inovasi_baru
from indeksinovasi.inti.rencana.target import PermintaanTarget, rencanakan_target
from indeksinovasi.inti.rencana.ubahan import baca_ubahan
from tests.acak import BUKTI, TAHUN_INDEKS, Daerah, daerah, indikator
from tests.daerah_uji import URUSAN_WAJIB, Data, inovasi
from tests.profil import LENGKAP, contoh
from tests.rencana_uji import keadaan


@st.composite
def kota(draw: st.DrawFn) -> Daerah:
    """Daerah berbaris lengkap yang masih jauh dari puncaknya, kadang ditambah inovasi siap pakai."""
    tahun = draw(st.sampled_from(TAHUN_INDEKS))
    catatan: list[Data] = []
    for nomor in range(draw(st.integers(1, 4))):
        baris = {}
        for satu in indikator(tahun):
            isi: Data = {"parameter": draw(st.integers(0, 3)), "bukti": BUKTI}
            if satu.kode == "kemanfaatan":
                isi["fakta"] = {"basis": "orang"}
            baris[satu.kode] = isi
        catatan.append(inovasi(tahun, indikator=baris, urusan=URUSAN_WAJIB[nomor]))
    for nomor in range(draw(st.integers(0, 12))):
        catatan.append(inovasi(tahun, kematangan=60, urusan=URUSAN_WAJIB[nomor % 5]))
    spd: Data = {"total": draw(st.integers(0, 60)), "maksimum": 63}
    tabel = indikator(tahun, "spd")
    berbaris = draw(st.booleans())
    if tabel and berbaris:
        spd = {"indikator": {s.kode: {"parameter": draw(st.integers(0, 3)), "bukti": BUKTI} for s in tabel}}
    return Daerah(tahun, tuple(catatan), spd)


def _target(awal: Keadaan, predikat: str, baru: tuple[str, ...]) -> tuple[Fraction | None, Fraction | None]:
    diizinkan = tuple(baca_inovasi_baru(satu, awal) for satu in baru)
    hasil = rencanakan_target(awal, PermintaanTarget(predikat, None, DaftarBiaya(), diizinkan), pecahkan)
    if hasil.rencana is None:
        return None, None
    return hasil.rencana.biaya, hasil.rencana.akhir.skor


@settings(contoh(60), max_examples=60 if LENGKAP else 8)
@given(kota(), st.sampled_from(DASAR))
def test_jalan_semurah_dan_setinggi_rencana_target(milik: Daerah, dasar: Dasar) -> None:
    awal = keadaan(milik, dasar)
    assume(awal.posisi.nilai is not None)
    ruang, baru = ruang_bawaan(awal), inovasi_andaian(awal)
    skor = awal.posisi.skor
    for jalan in jalan_predikat(awal, ruang, baru):
        assert jalan.awal == skor
        assert skor is not None
        assert jalan.mulai > skor
        pilihan: tuple[str, ...] = ()
        if baru is not None:
            dasar_pilihan = f"{baru.biaya}@{baru.kematangan}"
            pilihan = (dasar_pilihan, *(f"{dasar_pilihan}:{kode}" for kode in baru.urusan))
        assert (jalan.biaya, jalan.akhir) == _target(awal, jalan.predikat, pilihan)
        assert jalan.tanpa_baru == _target(awal, jalan.predikat, ())[0]
        assert jalan.pilihan in ((), pilihan)
        if jalan.langkah:
            assert sum(satu.biaya for satu in jalan.langkah) == jalan.biaya
            assert jalan.langkah[-1].skor == jalan.akhir
            _periksa_dinilai_ulang(awal, jalan.langkah, baru, jalan.akhir)


def _periksa_dinilai_ulang(awal: Keadaan, langkah: tuple, baru: object, akhir: Fraction | None) -> None:  # type: ignore[type-arg]
    """Menerapkan jalan itu sebagai ubahan ``andai`` memberi skor yang sama."""
    ubahan = []
    for satu in langkah:
        if satu.jenis == "inovasi_baru":
            urusan = list(baru.urusan[: satu.banyak])  # type: ignore[attr-defined]
            dasar = f"@{baru.kematangan}"  # type: ignore[attr-defined]
            ubahan += [f"+1{dasar}:{kode}" for kode in urusan]
            if satu.banyak > len(urusan):
                ubahan.append(f"+{satu.banyak - len(urusan)}{dasar}")
        ubahan += [f"{s.id}:{s.indikator}={s.ke}" for s in satu.naik]
    assert terapkan_semua(awal, [baca_ubahan(satu) for satu in ubahan]).posisi.skor == akhir


@contoh(60)
@given(daerah(), st.sampled_from(DASAR))
def test_langkah_sama_dengan_pengandaiannya(milik: Daerah, dasar: Dasar) -> None:
    awal = keadaan(milik, dasar)
    skor = awal.posisi.skor
    ruang, baru = ruang_bawaan(awal), inovasi_andaian(awal)
    semua = langkah_berikut(awal, ruang, baru)
    if skor is None:
        assert semua == ()
        return
    hemat = [satu.tambahan / satu.biaya for satu in semua if satu.jenis != "verifikasi"]
    assert hemat == sorted(hemat, reverse=True)
    for satu in semua:
        assert satu.tambahan > 0
        ubahan = None
        if satu.jenis == "tingkat":
            baris = [b for b in ruang.baris if not b.spd and b.klaim <= b.dari]
            milik_ini = [b for b in baris if awal.peraturan.sid.baris[b.indikator].nama == satu.nama[0]]
            ubahan = [f"{b.id}:{b.indikator}={b.puncak}" for b in milik_ini]
            assert satu.biaya == sum(b.puncak - b.dari for b in milik_ini)
        elif satu.jenis == "kelayakan":
            kenal = next(
                k for k, n in awal.nilai.items() if (n.nama or k) == satu.nama[0] and not n.terhitung
            )
            if sum((n.nama or k) == satu.nama[0] for k, n in awal.nilai.items()) == 1:
                ubahan = [f"{kenal}:status=diterima"]
        elif satu.jenis == "inovasi_baru" and baru is not None:
            urusan: tuple[str | None, ...] = baru.urusan if satu.nama else (None,)
            ubahan = [f"+1@{baru.kematangan}" + (f":{kode}" if kode else "") for kode in urusan]
        if ubahan is not None:
            sesudah = terapkan_semua(awal, [baca_ubahan(teks) for teks in ubahan]).posisi.skor
            assert sesudah == satu.skor == skor + satu.tambahan
