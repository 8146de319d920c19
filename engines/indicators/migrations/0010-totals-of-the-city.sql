-- The rule that totals of the bureau are the city's to enter names the city, as every policy does.
alter policy statistics_by_city on city.indicator_figure
  with check (city_id = (select city.current_city()) and (origin = 'owner' or (select city.reaches_city())));
