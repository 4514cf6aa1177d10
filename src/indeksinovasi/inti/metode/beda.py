"""Perbedaan dua berkas tahun: indikator demi indikator, rumus, predikat, dan kelayakan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Literal, NamedTuple

from indeksinovasi.inti.metode.uraian_aturan import UraianAturan, uraikan_aturan
from indeksinovasi.inti.model.angka import angka_id
from indeksinovasi.inti.model.aturan import Aturan, AturanLain, TingkatPositif
from indeksinovasi.inti.model.dasar import Aspek
from indeksinovasi.inti.model.ketentuan import Konstanta, Saklar
from indeksinovasi.inti.model.metode import Indikator, Metode, Predikat

NAMA_ASPEK: dict[Aspek, str] = {"spd": "SPD", "sid": "SID"}
TIDAK_DITEMUKAN = "tidak ditemukan"
TANDA_WAJIB = {True: "ya", False: "tidak", None: TIDAK_DITEMUKAN}

KelompokHal = Literal["ciri", "fakta", "lembar"]
_Isi = dict[str, str | None]


class HalBerbeda(NamedTuple):
    """Satu hal yang berbeda; ``None`` berarti tidak ada pada tahun itu.

    ``kelompok`` tempatnya pada sebuah indikator; ``tingkat`` ada bila yang berbeda uraian tingkat itu.
    """

    hal: str
    lama: str | None
    baru: str | None
    kelompok: KelompokHal = "ciri"
    tingkat: int | None = None


class BedaBaris(NamedTuple):
    """Perbedaan satu indikator; ``perubahan`` kosong bila ia baru atau hilang."""

    kode: str
    nama: str
    aspek: Aspek
    jenis: Literal["baru", "hilang", "berubah"]
    perubahan: tuple[HalBerbeda, ...] = ()


class BedaMetode(NamedTuple):
    """Perbedaan dua metode.

    ``bagian`` di luar indikator; ``kepastian`` ketetapan bernilai sama yang kepastiannya berbeda; ``tetap``
    banyak indikator yang sama persis; ``tak_terbanding`` aspek yang tabelnya hanya ada pada salah satunya.
    """

    lama: str
    baru: str
    bagian: tuple[tuple[str, tuple[HalBerbeda, ...]], ...]
    kepastian: tuple[HalBerbeda, ...]
    indikator: tuple[BedaBaris, ...]
    tetap: int
    tak_terbanding: tuple[tuple[Aspek, Literal["lama", "baru"]], ...]

    @property
    def sama(self) -> bool:
        """Benar bila tidak ada yang berbeda."""
        return not (self.bagian or self.kepastian or self.indikator or self.tak_terbanding)


def bedakan(lama: Metode, baru: Metode) -> BedaMetode:
    """Apa yang berubah dari *lama* ke *baru*, indikator menurut urutan tabel *baru*."""
    tak_terbanding = tuple(_tak_terbanding(lama, baru))
    dilewati = {aspek for aspek, _ in tak_terbanding}
    asal = {satu.kode: satu for satu in lama.indikator if satu.aspek not in dilewati}
    tujuan = {satu.kode: satu for satu in baru.indikator if satu.aspek not in dilewati}
    semua = [_satu(asal.get(kode), tujuan.get(kode)) for kode in dict.fromkeys((*tujuan, *asal))]
    berbeda = tuple(satu for satu in semua if satu is not None)
    tetap = len(semua) - len(berbeda)
    kepastian = tuple(_beda_kepastian(lama, baru))
    return BedaMetode(
        lama.nama, baru.nama, tuple(_bagian(lama, baru)), kepastian, berbeda, tetap, tak_terbanding
    )


def _tak_terbanding(lama: Metode, baru: Metode) -> Iterator[tuple[Aspek, Literal["lama", "baru"]]]:
    for aspek in NAMA_ASPEK:
        ada_lama, ada_baru = bool(lama.aspek(aspek)), bool(baru.aspek(aspek))
        if ada_lama != ada_baru:
            yield aspek, "lama" if ada_lama else "baru"


def _satu(lama: Indikator | None, baru: Indikator | None) -> BedaBaris | None:
    if lama is None or baru is None:
        ada = lama or baru
        assert ada is not None
        return BedaBaris(ada.kode, ada.nama, ada.aspek, "baru" if lama is None else "hilang")
    perubahan = beda_baris(lama, baru)
    return BedaBaris(baru.kode, baru.nama, baru.aspek, "berubah", perubahan) if perubahan else None


def _tanda_diketahui(perubahan: HalBerbeda) -> bool:
    """Tanda wajib yang tidak ditemukan pada salah satu tahun tidak pernah disebut berubah."""
    return perubahan.hal != "wajib" or TIDAK_DITEMUKAN not in (perubahan.lama, perubahan.baru)


def beda_baris(lama: Indikator, baru: Indikator) -> tuple[HalBerbeda, ...]:
    """Perbedaan satu indikator antara dua tahun."""
    return (
        *(satu for satu in _beda(_rincian(lama), _rincian(baru)) if _tanda_diketahui(satu)),
        *_beda_tingkat(lama.tingkat or {}, baru.tingkat or {}),
        *(satu._replace(kelompok="fakta") for satu in _beda_aturan("fakta", lama.aturan, baru.aturan)),
        *(satu._replace(kelompok="lembar") for satu in _beda_lembar(lama.aturan_lain, baru.aturan_lain)),
        *_beda({"format bukti": _format(lama)}, {"format bukti": _format(baru)}),
    )


def _beda(lama: _Isi, baru: _Isi) -> Iterator[HalBerbeda]:
    for hal in dict.fromkeys((*lama, *baru)):
        if lama.get(hal) != baru.get(hal):
            yield HalBerbeda(hal, lama.get(hal), baru.get(hal))


def _beda_tingkat(
    lama: Mapping[TingkatPositif, str], baru: Mapping[TingkatPositif, str]
) -> Iterator[HalBerbeda]:
    for tingkat in dict.fromkeys((*sorted(lama), *sorted(baru))):
        asal, tujuan = lama.get(tingkat), baru.get(tingkat)
        if asal != tujuan:
            yield HalBerbeda(f"tingkat {tingkat}", asal, tujuan, tingkat=tingkat)


def _rincian(satu: Indikator) -> _Isi:
    return {
        "nama": satu.nama,
        "aspek": NAMA_ASPEK[satu.aspek],
        "variabel": satu.variabel,
        "bobot": TIDAK_DITEMUKAN if satu.bobot is None else angka_id(satu.bobot),
        "wajib": TANDA_WAJIB[satu.wajib],
    }


def _format(satu: Indikator) -> str | None:
    return ", ".join(sorted(satu.format_bukti)) or None


def _beda_aturan(sebutan: str, lama: Aturan | None, baru: Aturan | None) -> Iterator[HalBerbeda]:
    """Butir demi butir bila caranya sama; selain itu kedua aturan seluruhnya."""
    asal, tujuan = (uraikan_aturan(satu) if satu else None for satu in (lama, baru))
    if asal and tujuan and asal.cara == tujuan.cara:
        for satu in _beda(_berlabel(asal), _berlabel(tujuan)):
            yield satu._replace(hal=f"{sebutan}, {satu.hal}")
    elif asal != tujuan:
        yield HalBerbeda(sebutan, _utuh(asal), _utuh(tujuan))


def _berlabel(uraian: UraianAturan) -> _Isi:
    return {satu.label: satu.isi for satu in uraian.butir}


def _utuh(uraian: UraianAturan | None) -> str | None:
    return uraian and f"{uraian.cara}: {'; '.join(f'{satu.label} = {satu.isi}' for satu in uraian.butir)}"


def _beda_lembar(lama: tuple[AturanLain, ...], baru: tuple[AturanLain, ...]) -> Iterator[HalBerbeda]:
    asal = {satu.sumber: satu for satu in lama}
    tujuan = {satu.sumber: satu for satu in baru}
    for sumber in dict.fromkeys((*asal, *tujuan)):
        satu, dua = asal.get(sumber), tujuan.get(sumber)
        if satu and dua:
            yield from _beda_aturan(f"lembar lain ({', '.join(sumber)})", satu.aturan, dua.aturan)
        else:
            yield HalBerbeda(
                "lembar lain", satu.keterangan if satu else None, dua.keterangan if dua else None
            )


def teks_konstanta(satu: Konstanta | Saklar) -> str:
    """Bilangan atau saklar rumus beserta kepastian dan kemungkinannya: ``10 (lemah; mungkin 12)``."""
    return f"{_nilai(satu.nilai)} ({_seberapa_pasti(satu)})"


def _seberapa_pasti(satu: Konstanta | Saklar) -> str:
    lain = [_nilai(nilai) for nilai in dict.fromkeys(satu.kemungkinan) if nilai != satu.nilai]
    return f"{satu.kepastian}; mungkin {', '.join(lain)}" if lain else satu.kepastian


def _nilai(nilai: object) -> str:
    if nilai is None:
        return TIDAK_DITEMUKAN
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return angka_id(nilai)  # type: ignore[arg-type]  # selain bool dan None hanya Fraction


def teks_batas(satu: Predikat) -> str:
    """Batas sebuah predikat: ``mulai 60,01 (kuat) sampai 100``."""
    if satu.mulai.nilai is None:
        return _batas_bawah(satu)
    sampai = "" if satu.sampai is None else f" sampai {angka_id(satu.sampai)}"
    return f"mulai {teks_konstanta(satu.mulai)}{sampai}"


def _batas_bawah(satu: Predikat) -> str:
    if satu.mulai.nilai is None and satu.di_antara:
        dari, paling = angka_id(satu.di_antara.lebih_dari), angka_id(satu.di_antara.paling_banyak)
        return f"mulai antara {dari} dan {paling}, tepatnya tidak ditemukan"
    return f"mulai {_nilai(satu.mulai.nilai)}"


def bilangan_tahun(metode: Metode) -> dict[str, Konstanta | Saklar]:
    """Bilangan dan saklar rumus serta skor tertinggi yang ditulis *metode*, menurut sebutannya."""
    return {satu.nama: satu.isi for satu in metode.ketentuan() if isinstance(satu.isi, Konstanta | Saklar)}


def _bagian(lama: Metode, baru: Metode) -> Iterator[tuple[str, tuple[HalBerbeda, ...]]]:
    for nama, rinci in (
        ("Pokok", _pokok),
        ("Rumus", _rumus),
        ("Predikat", _predikat),
        ("Kelayakan", _kelayakan),
    ):
        perubahan = tuple(_beda(rinci(lama), rinci(baru)))
        if perubahan:
            yield nama, perubahan


def _beda_kepastian(lama: Metode, baru: Metode) -> Iterator[HalBerbeda]:
    asal, tujuan = _semua_ketetapan(lama), _semua_ketetapan(baru)
    for nama in asal:
        if nama in tujuan and asal[nama].nilai == tujuan[nama].nilai:
            satu, dua = _seberapa_pasti(asal[nama]), _seberapa_pasti(tujuan[nama])
            if satu != dua:
                yield HalBerbeda(f"{nama} {_nilai(asal[nama].nilai)}", satu, dua)


def _semua_ketetapan(metode: Metode) -> dict[str, Konstanta | Saklar]:
    return {**bilangan_tahun(metode), **{satu.nama: satu.mulai for satu in metode.predikat}}


def _pokok(metode: Metode) -> _Isi:
    cara = "dijumlahkan" if metode.rumus.sid.cara == "jumlah" else "dirata-rata"
    variabel = ", ".join(metode.variabel) or None
    return {"status": metode.status, "skala": metode.skala, "kematangan": cara, "variabel": variabel}


def _rumus(metode: Metode) -> _Isi:
    return {nama: _nilai(satu.nilai) for nama, satu in bilangan_tahun(metode).items()}


def _predikat(metode: Metode) -> _Isi:
    return {satu.nama: _batas_bawah(satu) for satu in metode.predikat}


def _kelayakan(metode: Metode) -> _Isi:
    syarat = metode.kelayakan
    jendela, kata = syarat.penerapan, syarat.rancang_bangun_min_kata
    return {
        "jendela penerapan": f"{jendela.mulai} s.d. {jendela.sampai}" if jendela else None,
        "pengembangan dalam jendela": "diterima" if syarat.pengembangan_dalam_jendela else None,
        "kata rancang bangun paling sedikit": str(kata) if kata else None,
        "bagian rancang bangun": ", ".join(syarat.rancang_bangun_bagian) or None,
        "tahapan": ", ".join(syarat.tahapan) or None,
        "tematik": ", ".join(syarat.tematik) or None,
        "urusan wajib": ", ".join(metode.urusan_wajib) or None,
    }
