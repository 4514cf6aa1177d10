"""Kalkulator: rumus satu tahun atas angka ringkasan, tanpa catatan inovasi."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from indeksinovasi.inti.hitung.asumsi import daftar_asumsi
from indeksinovasi.inti.hitung.catatan import catatan_rumus
from indeksinovasi.inti.hitung.nilai import hasil_dasar
from indeksinovasi.inti.hitung.posisi import posisi_ringkas
from indeksinovasi.inti.model.angka import NOL, angka_id
from indeksinovasi.inti.model.daerah import IdentitasDaerah
from indeksinovasi.inti.model.hasil import Catatan, Hasil, Masukan, NilaiSpd, PerDasar
from indeksinovasi.inti.model.ketentuan import nilai_konstanta
from indeksinovasi.inti.model.metode import Metode


class AngkaRingkas(NamedTuple):
    """Angka ringkasan satu daerah.

    ``rata_rata`` adalah rata-rata kematangan ``inovasi`` yang dihitung (poin); ``dikirim`` termasuk yang
    ditolak; ``urusan_wajib`` ``None`` bila tidak diketahui; ``maksimum_spd`` untuk tahun yang tidak
    menerbitkannya.
    """

    spd: Fraction
    rata_rata: Fraction
    inovasi: int
    dikirim: int
    urusan_wajib: int | None
    maksimum_spd: Fraction | None


def maksimum_spd(metode: Metode, ringkasan: AngkaRingkas) -> Fraction | None:
    """Maksimum SPD yang berlaku: yang terbit, selain itu dari pengguna."""
    terbit = nilai_konstanta(metode.maksimum.spd)
    return ringkasan.maksimum_spd if terbit is None else terbit


def angka_mustahil(metode: Metode, ringkasan: AngkaRingkas) -> str | None:
    """Alasan bila angka ringkasan tidak mungkin menurut *metode*."""
    sid = nilai_konstanta(metode.maksimum.sid_indikator)
    spd = maksimum_spd(metode, ringkasan)
    if ringkasan.inovasi < 0 or ringkasan.spd < 0 or ringkasan.rata_rata < 0:
        return "Angka tidak boleh negatif."
    if ringkasan.maksimum_spd is not None and spd != ringkasan.maksimum_spd:
        return f"Maksimum SPD {metode.tahun} sudah terbit, {angka_id(spd or NOL)}; hapus --maksimum-spd."
    if ringkasan.dikirim < ringkasan.inovasi:
        return f"Banyak dikirim ({ringkasan.dikirim}) kurang dari banyak dihitung ({ringkasan.inovasi})."
    if spd is not None and ringkasan.spd > spd:
        return f"SPD {angka_id(ringkasan.spd)} melebihi maksimum {angka_id(spd)}."
    if sid is not None and ringkasan.rata_rata > sid:
        return f"Rata-rata kematangan {angka_id(ringkasan.rata_rata)} melebihi maksimum {angka_id(sid)}."
    return _urusan_mustahil(len(metode.urusan_wajib), ringkasan.urusan_wajib)


def _urusan_mustahil(wajib: int, terisi: int | None) -> str | None:
    """*wajib* 0: tahun itu tidak menerbitkan daftarnya, jadi tanpa batas atas."""
    if terisi is None or 0 <= terisi <= (wajib or terisi):
        return None
    return f"Urusan wajib {terisi} di luar 0 sampai {wajib}."


def hasil_ringkasan(metode: Metode, sidik: str, ringkasan: AngkaRingkas) -> Hasil:
    """Hasil lengkap dari angka ringkasan; ketiga dasar sama karena bukti tidak dikenal di sini."""
    penuh = maksimum_spd(metode, ringkasan)
    tanpa_maksimum = metode.skala == "normal" and penuh is None
    skor = None if tanpa_maksimum else PerDasar.sama(ringkasan.spd)
    spd = NilaiSpd("total", skor, skor, penuh)
    masukan = Masukan(
        jumlah_kematangan=ringkasan.rata_rata * ringkasan.inovasi,
        terhitung=ringkasan.inovasi,
        ditolak=ringkasan.dikirim - ringkasan.inovasi,
        urusan_terisi=ringkasan.urusan_wajib,
        spd=None if tanpa_maksimum else ringkasan.spd,
        spd_maksimum=penuh,
    )
    posisi = posisi_ringkas(metode, masukan)
    utama = hasil_dasar("klaim", posisi, posisi.masukan)
    catatan = list(catatan_rumus(metode, utama, ringkasan.urusan_wajib or 0, "sebut dengan --maksimum-spd"))
    if utama.rincian.urusan_terpenuhi and ringkasan.urusan_wajib is None:
        catatan.append(
            Catatan(
                "SKR621", "Syarat urusan wajib dianggap terpenuhi; sebut --urusan-wajib untuk memeriksanya."
            )
        )
    return Hasil(
        daerah=IdentitasDaerah("Hitungan cepat", None, None),
        klaster=(),
        tahun=metode.tahun,
        lingkup="daerah",
        metode=metode,
        sidik=sidik,
        dasar="klaim",
        tiga_dasar=PerDasar(utama, utama._replace(dasar="berbukti"), utama._replace(dasar="terverifikasi")),
        baris_total=0,
        baris_terverifikasi=0,
        spd=spd,
        jumlah={
            "terhitung": ringkasan.inovasi,
            "draf": 0,
            "ditolak": masukan.ditolak,
            "tidak_layak": 0,
            "tak_terbaca": 0,
        },
        urusan_terisi=(),
        opd=(),
        inovasi=(),
        tidak_layak=(),
        asumsi=daftar_asumsi(metode, spd, (), 0),
        catatan=tuple(catatan),
    )
