"""Perbandingan dua sisi satu daerah: tahun, dasar, atau metode yang berbeda.

Yang dikurangkan hanya dua ukuran pada skala yang sama; antarskala (poin absolut 2020 dan indeks 0-100)
keduanya ditampilkan, dan catatan sisi bermetode lama dinilai ulang menurut metode sisi lain agar ada
pasangan yang setara. Hasil terbit tidak pernah diuraikan.
"""

from __future__ import annotations

from dataclasses import replace

from indeksinovasi.inti.banding.beda import beda_indikator, beda_inovasi, beda_opd
from indeksinovasi.inti.banding.pasangan import Silsilah, pasangkan
from indeksinovasi.inti.banding.predikat import perubahan_predikat, ukuran_kedua
from indeksinovasi.inti.banding.terbit import selisih_terbit
from indeksinovasi.inti.banding.uraian import Silang, uraikan
from indeksinovasi.inti.hitung.ikhtisar import alasan_tanpa_indeks, ukuran_hasil
from indeksinovasi.inti.model.banding import NAMA_SKALA, Lawan, Perbandingan, Sisi


def bandingkan(
    dari: Sisi, ke: Sisi, dari_lawan: Lawan | None, ke_lawan: Lawan | None, silsilah: Silsilah
) -> Perbandingan:
    """Bandingkan dua sisi satu daerah.

    *dari_lawan* dan *ke_lawan* adalah catatan sisi itu menurut metode sisi lainnya; ``None`` hanya bila
    salah satu sisi tidak punya catatan.
    """
    sama = dari.skala is not None and dari.skala == ke.skala
    ukuran = ukuran_kedua(dari, ke)
    dasar = Perbandingan(
        dari=dari,
        ke=ke,
        skala_sama=sama,
        selisih=None,
        alasan=_alasan(dari, ke, sama),
        uraian=(),
        kematangan=(),
        terbit=selisih_terbit(dari, ke) if sama and dari.tahun != ke.tahun else None,
        predikat=perubahan_predikat(dari, ke, ukuran) if sama else None,
        ukuran=ukuran,
    )
    if dari.hasil is None or ke.hasil is None or dari_lawan is None or ke_lawan is None:
        return dasar
    pasangan = pasangkan(dari.hasil, ke.hasil, silsilah)
    if not sama:
        setara = _setara(dari, ke, dari_lawan, ke_lawan, silsilah)
        return replace(dasar, setara=setara, beda_judul=pasangan.beda_judul)
    rinci = replace(
        dasar,
        opd=beda_opd(dari.hasil, ke.hasil),
        indikator=beda_indikator(dari.hasil, ke.hasil),
        inovasi=beda_inovasi(dari.hasil, ke.hasil, pasangan),
        beda_judul=pasangan.beda_judul,
    )
    awal, akhir = ukuran_hasil(dari.hasil), ukuran_hasil(ke.hasil)
    if awal is None or akhir is None:
        return rinci
    silang = Silang(dari.hasil, dari_lawan.hasil), Silang(ke.hasil, ke_lawan.hasil)
    uraian = uraikan(*silang, pasangan.peta)
    return replace(
        rinci, selisih=akhir - awal, alasan=None, uraian=uraian.faktor, kematangan=uraian.kematangan
    )


def _alasan(dari: Sisi, ke: Sisi, sama: bool) -> str:
    if not sama:
        skala = f"{dari.label} memakai {NAMA_SKALA[dari.skala]}, {ke.label} memakai {NAMA_SKALA[ke.skala]}"
        return f"Skala berbeda: {skala}. Keduanya tidak dapat dikurangkan."
    tanpa = [satu.label for satu in (dari, ke) if satu.hasil is None]
    if tanpa:
        return f"Tidak ada catatan inovasi untuk {' dan '.join(tanpa)}; hasil terbit tidak dapat diuraikan."
    hasil = (
        (satu.label, satu.hasil) for satu in (dari, ke) if satu.hasil and ukuran_hasil(satu.hasil) is None
    )
    return " ".join(f"{label}: {alasan_tanpa_indeks(satu)}" for label, satu in hasil)


def _setara(
    dari: Sisi, ke: Sisi, dari_lawan: Lawan, ke_lawan: Lawan, silsilah: Silsilah
) -> Perbandingan | None:
    """Pasangan pada satu metode: sisi bermetode lama dinilai ulang dengan metode yang lebih baru."""
    assert dari.hasil is not None
    assert ke.hasil is not None
    if dari.hasil.metode.tahun <= ke.hasil.metode.tahun:
        dari = _sisi_lawan(dari, dari_lawan)
    else:
        ke = _sisi_lawan(ke, ke_lawan)
    awal, akhir = dari.hasil, ke.hasil
    if awal is None or akhir is None or (awal.tahun, awal.dasar) == (akhir.tahun, akhir.dasar):
        return None
    return bandingkan(dari, ke, Lawan(dari.label, awal), Lawan(ke.label, akhir), silsilah)


def _sisi_lawan(sisi: Sisi, lawan: Lawan) -> Sisi:
    return Sisi(lawan.label, sisi.tahun, lawan.hasil.metode.skala, lawan.hasil)
