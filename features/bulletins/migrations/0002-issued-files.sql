-- What is kept of an issued bulletin, its printed form and the scan of the stamped one, is for every office of the city.
create policy issued_bulletin on city.file for select using (
  city_id = (select city.current_city())
  and exists (
    select 1 from city.bulletin_step kept
    join city.bulletin_step issued on issued.city_id = kept.city_id and issued.bulletin_id = kept.bulletin_id
      and issued.act = 'issue'
    where kept.city_id = (select city.current_city()) and kept.act in ('seal', 'issue')
      and file.file_id::text in (
        kept.details ->> 'fileId', kept.details ->> 'pdfFileId', kept.details ->> 'docxFileId')));
