import gzip

from benchmarks import article_extraction


def test_pages_are_read_by_the_product_and_one_without_an_article_has_no_text(tmp_path, monkeypatch):
    folder = tmp_path / "bench" / "article_extraction"
    folder.mkdir(parents=True)
    words = "Residents told reporters that the fighting lasted until noon and that a convoy turned back before the bridge."
    told = f"<html><body><article><h1>Convoy turns back</h1><p>{words}</p></article></body></html>"
    folder.joinpath("a.gz").write_bytes(gzip.compress(told.encode(), mtime=0))
    folder.joinpath("b.gz").write_bytes(gzip.compress(b"<html></html>", mtime=0))
    monkeypatch.setenv("RASHOMON_SHARED", str(tmp_path))
    rows = [{"id": name, "html": f"{name}.gz", "url": f"https://tolma.example/{name}"} for name in "ab"]
    assert list(article_extraction.predict(rows)) == [{"id": "a", "text": words}, {"id": "b", "text": ""}]
