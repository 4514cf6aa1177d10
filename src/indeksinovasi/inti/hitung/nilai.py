"""Catatan satu daerah dan satu tahun menjadi ``Hasil``: siapa dihitung, kematangan, rumus, rentang, dan
predikat.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from fractions import Fraction
from typing import Literal, NamedTuple

from indeksinovasi.inti.hitung.asumsi import daftar_asumsi
from indeksinovasi.inti.hitung.catatan import KeadaanNilai, daftar_catatan
from indeksinovasi.inti.hitung.kelayakan import kedudukan
from indeksinovasi.inti.hitung.kematangan import Pembaca, TabelTahun, susun_tabel
from indeksinovasi.inti.hitung.posisi import Posisi, posisi_daerah
from indeksinovasi.inti.hitung.rumus import (
    bawah_predikat,
    predikat,
    predikat_mungkin,
    rentang,
    terbulat,
    ukuran,
)
from indeksinovasi.inti.hitung.spd import nilai_spd
from indeksinovasi.inti.model.angka import NOL
from indeksinovasi.inti.model.daerah import Daerah, IdentitasDaerah
from indeksinovasi.inti.model.hasil import (
    DASAR,
    Dasar,
    Golongan,
    Hasil,
    HasilDasar,
    Masukan,
    NilaiInovasi,
    NilaiOpd,
    NilaiSpd,
    PerDasar,
    TidakLayak,
)
from indeksinovasi.inti.model.inovasi import Inovasi
from indeksinovasi.inti.model.metode import Metode
from indeksinovasi.inti.model.spd import Spd


class Rekaman(NamedTuple):
    """Satu berkas inovasi. ``inovasi`` ``None`` bila berkasnya tak terbaca; ``alasan`` menyebut sebabnya."""

    id: str
    opd: str
    berkas: str
    inovasi: Inovasi | None
    alasan: str | None = None


class Bahan(NamedTuple):
    """Semua yang tertulis untuk satu daerah pada satu tahun (T-0 semua catatannya)."""

    identitas: IdentitasDaerah
    daerah: Daerah | None
    tahun: int
    spd: Spd | None
    spd_rusak: bool
    rekaman: tuple[Rekaman, ...]
    lingkup: Literal["daerah", "opd", "berkas"] = "daerah"


class Peraturan(NamedTuple):
    """Metode yang diminta dan metode tahun catatan (``None`` bila tahun itu tidak punya berkas), siap
    hitung.
    """

    metode: Metode
    sidik: str
    asal: Metode | None
    sid: TabelTahun
    spd: TabelTahun
    sid_asal: TabelTahun | None
    spd_asal: TabelTahun | None

    @property
    def metode_lain(self) -> bool:
        """Catatan dinilai dengan metode yang bukan milik tahunnya."""
        return self.asal is not self.metode


def susun_peraturan(metode: Metode, sidik: str, asal: Metode | None) -> Peraturan:
    """Siapkan tabel kedua metode sekali untuk banyak daerah."""
    sid, spd = susun_tabel(metode, "sid"), susun_tabel(metode, "spd")
    if asal is metode:
        return Peraturan(metode, sidik, asal, sid, spd, sid, spd)
    sid_asal = susun_tabel(asal, "sid") if asal else None
    spd_asal = susun_tabel(asal, "spd") if asal else None
    return Peraturan(metode, sidik, asal, sid, spd, sid_asal, spd_asal)


class Opsi(NamedTuple):
    """Pilihan pengguna atas hitungan."""

    dasar: Dasar = "berbukti"
    sertakan_draf: bool = False
    abaikan_kelayakan: bool = False


def nilai_inovasi(rekaman: Rekaman, tahun: int, peraturan: Peraturan, opsi: Opsi) -> NilaiInovasi:
    """Nilai satu catatan; berkas tak terbaca tetap muncul dengan alasannya."""
    inovasi = rekaman.inovasi
    if inovasi is None:
        return NilaiInovasi(
            rekaman.id, rekaman.berkas, rekaman.opd, "tak_terbaca", rekaman.alasan or "tak terbaca"
        )
    duduk = kedudukan(
        inovasi,
        peraturan.asal.kelayakan if peraturan.asal else None,
        sertakan_draf=opsi.sertakan_draf,
        abaikan_kelayakan=opsi.abaikan_kelayakan,
    )
    pembaca = Pembaca(peraturan.sid, peraturan.sid_asal, tahun)
    baris = pembaca.baca(inovasi.indikator)
    siap_pakai = _pakai_kematangan(inovasi, peraturan)
    mustahil = siap_pakai and _di_atas_maksimum(inovasi, peraturan)
    if siap_pakai:
        kematangan = tertinggi = _siap_pakai(inovasi, mustahil=mustahil)
    else:
        kematangan, tertinggi = pembaca.jumlah(baris)
    return NilaiInovasi(
        id=rekaman.id,
        berkas=rekaman.berkas,
        opd=rekaman.opd,
        golongan=duduk.golongan,
        alasan=duduk.alasan,
        nama=inovasi.nama,
        status=inovasi.status,
        urusan=inovasi.urusan,
        pengembangan_dari=inovasi.pengembangan_dari,
        kematangan=kematangan,
        tertinggi=tertinggi,
        baris=baris,
        siap_pakai=siap_pakai,
        paling_sedikit=not siap_pakai and not peraturan.sid.lengkap,
        mustahil=mustahil,
        catatan=duduk.catatan,
    )


def _pakai_kematangan(inovasi: Inovasi, peraturan: Peraturan) -> bool:
    if inovasi.kematangan is None:
        return False
    if not inovasi.indikator:
        return True
    return not peraturan.metode_lain and not peraturan.sid.lengkap


def _di_atas_maksimum(inovasi: Inovasi, peraturan: Peraturan) -> bool:
    maksimum = peraturan.asal.maksimum.sid_indikator if peraturan.asal else None
    if maksimum is None or maksimum.nilai is None or inovasi.kematangan is None:
        return False
    return inovasi.kematangan > maksimum.nilai


def _siap_pakai(inovasi: Inovasi, *, mustahil: bool) -> PerDasar[Fraction]:
    """Kematangan dari ekspor resmi; yang di atas maksimum tahunnya mustahil, jadi 0."""
    nilai = NOL if mustahil or inovasi.kematangan is None else inovasi.kematangan
    return PerDasar.sama(nilai)


def nilai_daerah(bahan: Bahan, peraturan: Peraturan, opsi: Opsi = Opsi()) -> Hasil:  # noqa: B008  # NamedTuple beku
    """Nilai satu daerah pada satu tahun menurut *peraturan*, pada ketiga dasar; rentang dihitung untuk
    dasar terpilih.
    """
    metode = peraturan.metode
    inovasi = tuple(nilai_inovasi(satu, bahan.tahun, peraturan, opsi) for satu in sorted(bahan.rekaman))
    spd = nilai_spd(bahan.spd, metode, Pembaca(peraturan.spd, peraturan.spd_asal, bahan.tahun))
    if bahan.spd_rusak and spd.asal == "tidak_ada":
        spd = spd._replace(asal="tak_terbaca")
    jumlah = _jumlah(inovasi)
    urusan = _urusan_terisi(inovasi, metode)
    utuh = bahan.lingkup == "daerah"
    terpilih = DASAR.index(opsi.dasar)
    posisi = [posisi_daerah(metode, inovasi, spd, nomor, utuh=utuh) for nomor in range(len(DASAR))]
    tiga = PerDasar(
        *(
            _hasil_dasar(nomor, inovasi, spd, satu, rinci=nomor == terpilih)
            for nomor, satu in enumerate(posisi)
        )
    )
    utama = tiga[terpilih]
    lingkungan = KeadaanNilai(
        metode=metode,
        metode_lain=peraturan.metode_lain,
        tahun=bahan.tahun,
        dasar=opsi.dasar,
        sertakan_draf=opsi.sertakan_draf,
        lingkup=bahan.lingkup,
    )
    semua_baris = [baris for satu in inovasi if satu.terhitung for baris in satu.baris]
    return Hasil(
        daerah=bahan.identitas,
        klaster=bahan.daerah.klaster if bahan.daerah else (),
        tahun=bahan.tahun,
        lingkup=bahan.lingkup,
        metode=metode,
        sidik=peraturan.sidik,
        dasar=opsi.dasar,
        tiga_dasar=tiga,
        baris_total=len(semua_baris),
        baris_terverifikasi=sum(baris.terverifikasi for baris in semua_baris),
        spd=spd,
        jumlah=jumlah,
        urusan_terisi=urusan,
        opd=_per_opd(inovasi, bahan, terpilih),
        inovasi=inovasi,
        tidak_layak=_tidak_layak(inovasi, posisi[terpilih]) if utuh else (),
        asumsi=daftar_asumsi(metode, spd, inovasi, terpilih) if utuh else (),
        catatan=daftar_catatan(lingkungan, inovasi, spd, utama, len(urusan)),
    )


def _jumlah(inovasi: Iterable[NilaiInovasi]) -> dict[Golongan, int]:
    banyak = Counter(satu.golongan for satu in inovasi)
    semua: tuple[Golongan, ...] = ("terhitung", "draf", "ditolak", "tidak_layak", "tak_terbaca")
    return {golongan: banyak[golongan] for golongan in semua}


def _hasil_dasar(
    nomor: int, inovasi: tuple[NilaiInovasi, ...], spd: NilaiSpd, posisi: Posisi, *, rinci: bool
) -> HasilDasar:
    masukan = posisi.masukan
    if not rinci:
        return hasil_dasar(DASAR[nomor], posisi, None)
    teratas = (satu.tertinggi[nomor] for satu in inovasi if satu.terhitung and satu.tertinggi)
    atas = masukan._replace(
        jumlah_kematangan=sum(teratas, NOL),
        spd=spd.tertinggi[nomor] if spd.tertinggi and masukan.spd is not None else masukan.spd,
    )
    spd_terbuka = spd.skor is not None and spd.tertinggi is None
    terbuka = spd_terbuka or any(satu.terhitung and satu.paling_sedikit for satu in inovasi)
    return hasil_dasar(DASAR[nomor], posisi, atas, terbuka=terbuka)


def hasil_dasar(dasar: Dasar, posisi: Posisi, atas: Masukan | None, *, terbuka: bool = False) -> HasilDasar:
    """Nilai dan predikat *posisi*; rentang dihitung sampai masukan *atas* bila ada.

    *terbuka* berarti skor sebenarnya bisa lebih tinggi tanpa batas yang diketahui, sehingga predikat yang
    lebih baik tetap mungkin.
    """
    metode, masukan, rincian = posisi.metode, posisi.masukan, posisi.rincian
    nilai = ukuran(metode, rincian)
    if nilai is None:
        return HasilDasar(dasar, masukan, rincian, None, None, None, ())
    skor = terbulat(nilai)
    nama = predikat(metode, skor)
    if atas is None:
        return HasilDasar(dasar, masukan, rincian, skor, nama, None, ())
    rendah, tinggi = rentang(metode, (masukan, atas)) or (nilai, nilai)
    kisaran = (terbulat(rendah), terbulat(tinggi))
    puncak = metode.predikat[0].mulai.nilai if terbuka and metode.predikat else None
    mungkin = predikat_mungkin(metode, bawah_predikat(metode, rendah), max(kisaran[1], puncak or NOL))
    return HasilDasar(dasar, masukan, rincian, skor, nama, kisaran, mungkin)


def _per_opd(inovasi: tuple[NilaiInovasi, ...], bahan: Bahan, nomor: int) -> tuple[NilaiOpd, ...]:
    nama = bahan.daerah.perangkat_daerah if bahan.daerah else {}
    # Satu berkas tidak cukup untuk menilai target OPD-nya.
    target = bahan.daerah.target(bahan.tahun) if bahan.daerah and bahan.lingkup != "berkas" else None
    nilai: dict[str, list[Fraction]] = {kode: [] for kode in nama if bahan.lingkup == "daerah"}
    for satu in inovasi:
        isi = nilai.setdefault(satu.opd, [])
        if satu.terhitung and satu.kematangan:
            isi.append(satu.kematangan[nomor])
    return tuple(
        NilaiOpd(
            kode=kode,
            nama=nama.get(kode, kode),
            jumlah_inovasi=len(isi),
            rata_rata=sum(isi, NOL) / len(isi) if isi else None,
            target=target,
            terpenuhi=None if target is None else len(isi) >= target,
            terdaftar=kode in nama,
        )
        for kode, isi in sorted(nilai.items())
    )


def _urusan_terisi(inovasi: Iterable[NilaiInovasi], metode: Metode) -> tuple[str, ...]:
    terhitung = {satu.urusan for satu in inovasi if satu.terhitung}
    return tuple(kode for kode in metode.urusan_wajib if kode in terhitung)


def _tidak_layak(inovasi: tuple[NilaiInovasi, ...], posisi: Posisi) -> tuple[TidakLayak, ...]:
    return tuple(
        TidakLayak(satu.id, satu.alasan or "", posisi.golongkan([satu.id], "terhitung").skor)
        for satu in inovasi
        if satu.golongan == "tidak_layak" and satu.kematangan is not None
    )
