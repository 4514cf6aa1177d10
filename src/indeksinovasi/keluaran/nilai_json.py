"""``indeks nilai --format json``: satu objek tiap daerah; hitungan empat desimal, indeks dua desimal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import Any

from indeksinovasi.inti.hitung.ikhtisar import persen_maksimum
from indeksinovasi.inti.model.angka import bulatkan
from indeksinovasi.inti.model.hasil import Asumsi, Hasil, HasilDasar, NilaiBaris, NilaiInovasi, NilaiOpd
from indeksinovasi.inti.model.temuan import Temuan
from indeksinovasi.keluaran.temuan.json import objek_temuan

VERSI_NILAI = 1
IsiJson = dict[str, Any]


def angka_json(nilai: Fraction | None, desimal: int = 4) -> float | int | None:
    """Bilangan JSON: bulat tetap bulat, selain itu *desimal* angka di belakang titik."""
    if nilai is None:
        return None
    return nilai.numerator if nilai.denominator == 1 else float(bulatkan(nilai, desimal))


def _indeks(nilai: Fraction | None) -> float | None:
    return None if nilai is None else float(nilai)


def objek_nilai(hasil: Hasil) -> IsiJson:
    """Satu anggota ``hasil`` menurut kontrak keluaran."""
    utama, nomor = hasil.utama, hasil.nomor_dasar
    rentang = None if utama.rentang is None else [_indeks(satu) for satu in utama.rentang]
    return {
        "daerah": hasil.daerah._asdict(),
        "tahun": hasil.tahun,
        "dasar": hasil.dasar,
        "skala": hasil.metode.skala,
        "lingkup": hasil.lingkup,
        "metode": _metode(hasil),
        "indeks": None if hasil.absolut else _indeks(utama.skor),
        "indeks_rentang": None if hasil.absolut else rentang,
        "skor_rentang": rentang,
        "predikat": utama.predikat,
        "predikat_mungkin": list(utama.predikat_mungkin),
        "skor_total": angka_json(utama.rincian.total) if _utuh(hasil) else None,
        "skor_maksimum": angka_json(utama.rincian.maksimum),
        "tiga_dasar": {satu.dasar: _ringkas(satu, absolut=hasil.absolut) for satu in hasil.tiga_dasar},
        "baris": {"jumlah": hasil.baris_total, "terverifikasi": hasil.baris_terverifikasi},
        "spd": _spd(hasil, nomor),
        "sid": _sid(hasil),
        "jumlah_inovasi": dict(hasil.jumlah),
        "urusan_wajib": _urusan(hasil),
        "opd": [_opd(satu) for satu in hasil.opd],
        "inovasi": [_inovasi(satu, nomor) for satu in hasil.inovasi],
        "tidak_layak": [
            {"id": satu.id, "alasan": satu.alasan, "skor_bila_diterima": _indeks(satu.skor_bila_diterima)}
            for satu in hasil.tidak_layak
        ],
        "asumsi": [_asumsi(satu) for satu in hasil.asumsi],
        "catatan": [{"kode": satu.kode, "pesan": satu.pesan} for satu in hasil.catatan],
    }


def _utuh(hasil: Hasil) -> bool:
    """Seluruh daerah dinilai; skor daerah tidak bermakna bagi sebagian berkasnya."""
    return hasil.lingkup == "daerah"


def _metode(hasil: Hasil) -> IsiJson:
    metode = hasil.metode
    return {
        "tahun": metode.tahun,
        "nama": metode.nama,
        "revisi": metode.revisi,
        "status": metode.status,
        "sidik": hasil.sidik,
    }


def _spd(hasil: Hasil, nomor: int) -> IsiJson:
    spd = hasil.spd
    return {
        "skor": angka_json(spd.skor[nomor]) if spd.skor and _utuh(hasil) else None,
        "maksimum": angka_json(spd.maksimum),
        "asal": spd.asal,
        "indikator": {baris.kode: _baris(baris, nomor) for baris in spd.baris},
    }


def _sid(hasil: Hasil) -> IsiJson:
    rincian, utuh = hasil.utama.rincian, _utuh(hasil)
    return {
        "skor": angka_json(rincian.sid) if utuh else None,
        "rata_rata": angka_json(rincian.rata_rata) if utuh else None,
        "jumlah_kematangan": angka_json(hasil.utama.masukan.jumlah_kematangan),
        "pembagi": rincian.pembagi if utuh else None,
        "skor_jumlah_inovasi": angka_json(rincian.skor_jumlah) if utuh else None,
        "persen_maksimum": angka_json(persen_maksimum(hasil)) if utuh else None,
    }


def _urusan(hasil: Hasil) -> IsiJson:
    minimal = hasil.metode.rumus.urusan_wajib_minimal
    return {
        "terisi": list(hasil.urusan_terisi),
        "minimal": None if minimal is None or minimal.nilai is None else int(minimal.nilai),
        "terpenuhi": hasil.utama.rincian.urusan_terpenuhi,
    }


def _opd(opd: NilaiOpd) -> IsiJson:
    return {
        "kode": opd.kode,
        "nama": opd.nama,
        "jumlah_inovasi": opd.jumlah_inovasi,
        "rata_rata_kematangan": angka_json(opd.rata_rata),
        "target": opd.target,
        "terpenuhi": opd.terpenuhi,
    }


def _ringkas(hasil: HasilDasar, *, absolut: bool) -> IsiJson:
    return {
        "indeks": None if absolut else _indeks(hasil.skor),
        "skor_total": angka_json(hasil.rincian.total),
        "predikat": hasil.predikat,
    }


def _baris(baris: NilaiBaris, nomor: int) -> IsiJson:
    return {"parameter": baris.tingkat[nomor], "skor": angka_json(baris.skor(nomor))}


def _inovasi(inovasi: NilaiInovasi, nomor: int) -> IsiJson:
    return {
        "id": inovasi.id,
        "nama": inovasi.nama,
        "opd": inovasi.opd,
        "status": inovasi.status,
        "terhitung": inovasi.terhitung,
        "golongan": inovasi.golongan,
        "alasan": inovasi.alasan,
        "kematangan": angka_json(inovasi.kematangan[nomor]) if inovasi.kematangan else None,
        "indikator": {baris.kode: _baris(baris, nomor) for baris in inovasi.baris},
    }


def _asumsi(asumsi: Asumsi) -> IsiJson:
    return {
        "kunci": asumsi.kunci,
        "nilai": _nilai_asumsi(asumsi.nilai),
        "kemungkinan": [_nilai_asumsi(satu) for satu in asumsi.kemungkinan],
        "kepastian": asumsi.kepastian,
        "alasan": asumsi.alasan,
    }


def _nilai_asumsi(nilai: Fraction | bool | str | None) -> float | int | bool | str | None:
    return angka_json(nilai) if isinstance(nilai, Fraction) else nilai


def potong_json(hasil: Hasil) -> str:
    """Satu anggota ``hasil`` sebagai teks JSON satu baris.

    Karakter di luar ASCII ditulis sebagai ``\\uXXXX``: nama apa pun utuh dan tidak mengendalikan terminal.
    """
    return json.dumps(objek_nilai(hasil), separators=(", ", ": "))


def rangkai_nilai(potongan: Iterable[str], temuan: Iterable[Temuan]) -> Iterator[str]:
    """Dokumen JSON utuh dari potongan tiap daerah; *temuan* dibaca setelah semua potongan habis."""
    yield f'{{"versi_format": {VERSI_NILAI}, "hasil": ['
    pemisah = "\n"
    for satu in potongan:
        yield f"{pemisah}{satu}"
        pemisah = ",\n"
    isi = [json.dumps(objek_temuan(satu)) for satu in temuan]
    daftar = "\n" + ",\n".join(isi) + "\n" if isi else ""
    yield f'\n], "temuan": [{daftar}]}}\n'
