@credit
Feature: The most credit a meter can hold
  A register that overflows would lose all the credit in it. A purchase that does not fit is refused as a whole, and
  since the customer has paid for it, the token must still be good once there is room.

  Rule: A token that does not fit is refused, changes nothing, and stays good

    Scenario: A token that fills the register exactly
      Given the meter holds 9999974.3 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter accepts it
      And the meter holds 9999999.9 kWh

    Scenario: A token that is a tenth of a kilowatt-hour too big
      Given the meter holds 9999974.4 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter refuses it
      And the meter holds 9999974.4 kWh

    Scenario: The refused token is accepted once there is room
      Given the meter holds 9999990.0 kWh
      And a 25.6 kWh credit token
      When the customer keys in the token
      Then the meter refuses it
      When the load draws 10000 W for 2 hours
      And the customer keys in the token
      Then the meter accepts it
      And the meter holds 9999995.6 kWh
