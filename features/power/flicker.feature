@power
Feature: When the mains flickers
  Used energy is stored in steps, and what was not stored yet is lost when the mains fails. A bad line that fails each
  second must not become free energy, and a customer must not pay for energy that never came.

  Background:
    Given a meter with key revision 1 on base date 1993

  Rule: A meter that is warned of a power cut charges exactly what was used

    Scenario: An hour of mains that fails each second
      Given the meter holds 10.0 kWh
      When the load draws 3000 W from now on
      And the mains fails 3600 times, after 1 second each
      Then the meter holds 7.0 kWh

    Scenario: Ten kilowatt-hours paid and mains that fails twenty thousand times
      Given the meter holds 10.0 kWh
      When the load draws 3000 W from now on
      And the mains fails 20000 times, after 1 second each
      Then the meter holds 0.0 kWh
      And the load switch is open

    Scenario: Less than a step was used before each cut
      Given the meter holds 10.0 kWh
      When the load draws 3000 W from now on
      And the mains fails 100 times, after 60 seconds each
      Then the meter holds 5.0 kWh

    Scenario: Cuts while nothing is used
      Given the meter holds 10.0 kWh
      When the mains fails 100 times, after 1 second each
      Then the meter holds 10.0 kWh

  Rule: A meter that is not warned gives away two tenths of a kilowatt-hour at most, however often the mains fails

    Scenario: A thousand cuts without a warning
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And the meter holds 10.0 kWh
      When the load draws 3000 W from now on
      And the mains fails 1000 times, after 4 seconds each
      Then the meter holds between 6.5 and 6.9 kWh

    Scenario: Cuts without a warning while nothing is used
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And the meter holds 10.0 kWh
      When the mains fails 100 times, after 1 second each
      Then the meter holds 10.0 kWh

    Scenario: A cut without a warning after nineteen minutes
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And the meter holds 10.0 kWh
      When the load draws 1000 W from now on
      And 19 minutes pass
      And the mains fails
      And the mains returns
      Then the meter holds 9.7 kWh

    Scenario: Cuts that come before the smallest step is used
      Given a meter with:
        | name    | value  |
        | profile | conlog |
      And the meter holds 10.0 kWh
      When the load draws 300 W from now on
      And the mains fails 12000 times, after 1 second each
      Then the meter holds between 8.8 and 9.0 kWh
