-- Files follow the scope: seen by whoever sees the whole city, and by whoever sent them in.
alter policy guatu_scope on city.file
  using (city_id = (select city.current_city())
    and ((select city.reaches_city()) or uploaded_by = (select city.current_actor())))
  with check (city_id = (select city.current_city()) and uploaded_by = (select city.current_actor()));
